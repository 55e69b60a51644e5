namespace Peeker.Sandbox.Tests.Docs;

/// <summary>Uses an input wherever it may stand, and notes every reason and event that it sees.</summary>
internal sealed class MagicWorld : IAsyncDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromHours(2);

    private readonly HashSet<string> _seen = [];
    private readonly List<PeekerSandbox> _sandboxes = [];

    public IReadOnlySet<string> Seen
    {
        get
        {
            foreach (var happened in _sandboxes.SelectMany(sandbox => sandbox.Webhooks.Events)) _seen.Add(happened.Type.Value);
            return _seen;
        }
    }

    public async Task UseName(string name)
    {
        var (_, peeker) = Open();
        var row = Assert.Single((await peeker.Domains.CheckAvailabilityAsync(new() { Domains = [name] })).Domains);
        if (row.Reason is { } reason) _seen.Add(reason.Value);
        else _seen.Add($"""usable_for ["{string.Join("\",\"", row.UsableFor!)}"]""");
        await Import(name);
        await Forward(name, "https://acme.com");
        await Order("alex@acme.com", null, name);
        await Swap(name);
    }

    public async Task Forward(string name, string url)
    {
        var (sandbox, peeker) = Open();
        await peeker.Domains.StartImportJobAsync(new() { Domains = [name] });
        await sandbox.Clock.AdvanceAsync(LongEnough);
        await Try(async () =>
        {
            var job = await peeker.Domains.SetForwardingAsync(new() { Domains = [name], ForwardingUrl = url });
            await sandbox.Clock.AdvanceAsync(LongEnough);
            foreach (var failure in (await peeker.Domains.GetForwardingAsync(job.Id)).Failed ?? []) _seen.Add(failure.Reason.Value);
        });
    }

    public async Task UsePicture(string url)
    {
        await Order("alex@acme.com", url, "acme-mail.com");
        var (sandbox, peeker, domain) = await OpenWithDomain();
        await peeker.Swaps.ChangeUserNamesAsync(new() { DomainId = domain, Personas = [Person(url)] });
        await sandbox.Clock.AdvanceAsync(LongEnough);
    }

    public async Task Order(string email, string? picture, string name)
    {
        var (sandbox, peeker) = Open();
        await Try(() => peeker.Orders.CreateAsync(OrderOf(email, picture, name)));
        await sandbox.Clock.AdvanceAsync(LongEnough);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sandbox in _sandboxes) await sandbox.DisposeAsync();
    }

    private async Task Import(string name)
    {
        var (sandbox, peeker) = Open();
        await Try(() => peeker.Domains.ImportAsync(new() { Domains = [name] }));
        await sandbox.Clock.AdvanceAsync(LongEnough);
    }

    private async Task Swap(string name)
    {
        var (sandbox, peeker, domain) = await OpenWithDomain();
        await Try(() => peeker.Swaps.CreateAsync(new() { Type = SwapRequestType.Standard, DomainId = domain, ReplacementDomain = name }));
        await sandbox.Clock.AdvanceAsync(LongEnough);
    }

    private async Task Try(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (PeekerRateLimitedException limited)
        {
            _seen.Add(limited.Reason!);
        }
        catch (PeekerApiException refused) when (refused is PeekerInvalidRequestException or PeekerNotFoundException)
        {
            // A name that cannot be had is refused at the next step; the step before has told why.
        }
    }

    private (PeekerSandbox Sandbox, PeekerClient Peeker) Open()
    {
        var sandbox = PeekerSandbox.Create(new() { FrozenAt = Lab.Noon, Seed = 1 });
        _sandboxes.Add(sandbox);
        // The sandbox's clock stands still between calls: what is busy stays so, however long a client waits.
        return (sandbox, new(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler(), MaxRetries = 0 }));
    }

    private async Task<(PeekerSandbox Sandbox, PeekerClient Peeker, string DomainId)> OpenWithDomain()
    {
        var (sandbox, peeker) = Open();
        await peeker.Orders.CreateAsync(OrderOf("alex@acme.com", null, "first-mail.com"));
        await sandbox.Clock.AdvanceAsync(LongEnough);
        return (sandbox, peeker, Assert.Single((await peeker.Domains.ListPageAsync()).Data).Id);
    }

    private static CustomOrder OrderOf(string email, string? picture, string name) => new()
    {
        User = email,
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "let-me-in" },
        Domains = [name],
        Personas = [Person(picture)],
    };

    private static Persona Person(string? picture) => new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = picture };
}
