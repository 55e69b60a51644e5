namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>
/// The calls of the experiment: every operation of the specification, orders both created and submitted. What a call needs is made
/// beforehand, for each call anew, so that no call of it can be refused for what another did.
/// </summary>
internal sealed partial class ChaosPlan(PeekerClient peeker)
{
    private static readonly Persona[] People =
    [
        new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null },
        new() { FirstName = "Sam", LastName = "Lee", ProfilePictureUrl = null },
    ];

    private readonly Dictionary<string, string> _domainIds = [];
    private readonly List<string> _orders = [];
    private string _bundle = "";
    private string _user = "";
    private string _import = "";
    private string _forwarding = "";
    private string _swap = "";

    /// <summary>Makes the resources and the calls, in an order that the seed decides.</summary>
    public async Task<IReadOnlyList<ChaosCall>> MakeAsync(int count, PeekerSandbox sandbox, int seed)
    {
        // Orders twice, since a repeat of one takes long and so meets few faults.
        var kinds = Reads.Concat(Writes).Concat(Orders).Concat(Orders).Concat(OrderChanges).ToList();
        await FurnishAsync(sandbox, 1 + (count / kinds.Count));
        var calls = new List<ChaosCall>(count);
        for (var number = 0; number < count; number++) calls.Add(await kinds[number % kinds.Count](number, ChaosCall.MarkOf(number)));
        var shuffled = calls.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled.Select((call, place) => call with { Deadline = place % 10 == 9 ? TimeSpan.FromMilliseconds(700) : null, ThroughDoor = call.HasNoBody || place % 2 == 0 })];
    }

    /// <summary>One of everything to read, and three orders of one domain for each call that takes one: cancellations, swaps, changes of names.</summary>
    private async Task FurnishAsync(PeekerSandbox sandbox, int each)
    {
        _bundle = (await peeker.Bundles.CreateAsync(new() { Name = "to read", MonthlySendingVolume = 1000 })).Id;
        _user = (await peeker.Users.CreateAsync(new() { Email = "reader@acme.com", Sequencer = new() { Provider = SequencerProvider.Smartlead } })).Id;
        _import = (await peeker.Domains.ImportAsync(new() { Domains = ["import-acme.com"] })).Id;
        _forwarding = (await peeker.Domains.SetForwardingAsync(new() { Domains = ["import-acme.com"], ForwardingUrl = "https://acme.com" })).Id;
        for (var number = 0; number < (3 * each) + 1; number++) _orders.Add((await peeker.Orders.CreateAsync(Order("furniture@acme.com", Furniture(number)))).Id);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await foreach (var domain in peeker.Domains.ListAsync(new() { PerPage = 100 })) _domainIds[domain.Name] = domain.Id;
        _swap = (await peeker.Swaps.CreateAsync(new() { Type = SwapRequestType.Standard, DomainId = _domainIds[Furniture(3 * each)], ReplacementDomain = "next-acme.com" })).Id;
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
    }

    private static CustomOrder Order(string user, string domain) => new()
    {
        User = user,
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
        Domains = [domain],
        Personas = People,
    };

    private static string Furniture(int number) => $"furniture-{number:d6}.com";

    private static Task<ChaosCall> Made(ChaosCall call) => Task.FromResult(call);
}
