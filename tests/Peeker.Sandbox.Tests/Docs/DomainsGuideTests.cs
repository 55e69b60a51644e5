namespace Peeker.Sandbox.Tests.Docs;

/// <summary>The code of docs/domains.md, run. <see cref="DomainsGuidePageTests"/> sees to it that the page holds no other.</summary>
public sealed class DomainsGuideTests : IAsyncDisposable
{
    private readonly PeekerSandbox sandbox = PeekerSandbox.Create();
    private readonly PeekerClient peeker;
    private readonly string[] candidates = [.. Enumerable.Range(0, 120).Select(number => number % 10 == 0 ? $"taken-{number}.com" : $"acme-{number}.com")];
    private readonly string[] owned = [.. Enumerable.Range(0, 60).Select(number => $"owned-{number}.com")];

    public DomainsGuideTests() => peeker = new(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler(), MaxRetries = 0 });

    [Fact]
    public async Task The_first_lines()
    {
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(candidates))   // any number; 50 to a request
            if (outcome.Row is { Available: true } row) Console.WriteLine($"{outcome.Domain} {row.PriceCents} cents");

        Assert.Equal(3, sandbox.Requests.All.Count);
    }

    [Fact]
    public async Task Failures()
    {
        sandbox.Faults.Next(FaultKind.Unavailable);
        var failed = new List<string>();
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(candidates))
            if (outcome.Error is { } error) failed.Add($"{outcome.Domain}: {error.Message}");

        Assert.Contains(failed.Count, new[] { 50, 20 });
    }

    [Fact]
    public async Task Options()
    {
        var options = new BulkOptions
        {
            Concurrency = 4,
            InInputOrder = true,
            DistinctAcrossInput = true,
            Progress = new Progress<BulkProgress>(at => Console.WriteLine($"{at.Done} of {at.Total}, {at.Failed} failed")),
        };
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(candidates, options)) Console.WriteLine(outcome.Domain);

        Assert.Equal(3, sandbox.Requests.All.Count);
    }

    [Fact]
    public async Task Imports_and_forwarding()
    {
        await peeker.Domains.ImportAsync(new() { Domains = owned[..25] });
        await peeker.Domains.ImportAsync(new() { Domains = owned[25..50] });
        await peeker.Domains.ImportAsync(new() { Domains = owned[50..] });
        sandbox.Requests.Clear();

        await foreach (var outcome in peeker.Domains.StartImportJobsAsync(owned))   // 500 to a job
            Console.WriteLine($"{outcome.Job?.Id}: {outcome.Domains.Count} domains");

        await foreach (var outcome in peeker.Domains.SetForwardingAsync(owned, "https://acme.com"))   // 25 to a job
            Console.WriteLine($"{outcome.Job?.Id}: {outcome.Domains.Count} domains");

        Assert.Equal(4, sandbox.Requests.All.Count);
    }

    [Fact]
    public async Task Imports_that_wait()
    {
        sandbox.Faults.Next(FaultKind.Drop, afterWork: true);
        await foreach (var outcome in peeker.Domains.ImportAsync(owned))   // 25 to a request
            if (outcome.MayHaveTakenEffect)
                Console.WriteLine($"It is not known whether {outcome.Domains.Count} domains were imported; ask with FindImportAsync.");

        Assert.Equal(3, sandbox.Requests.All.Count);
        Assert.Equal(ImportStatus.Completed, (await peeker.Domains.FindImportAsync(owned[..25])).Status);
    }

    [Fact]
    public async Task Waiting()
    {
        var order = OrderOf("alex@acme.com");
        var receipt = await peeker.Orders.CreateAsync(order);
        OrderDetail done = await peeker.Orders.WaitForCompletionAsync(receipt.Id, new()
        {
            Deadline = TimeSpan.FromHours(24),
            Interval = TimeSpan.FromSeconds(0.2),   // a sandbox is fast; leave it out otherwise
            Progress = new Progress<OrderDetail>(at => Console.WriteLine(at.Status)),
        });

        Assert.Equal(OrderStatus.Completed, done.Status);
    }

    [Fact]
    public async Task What_is_not_complete()
    {
        var receipt = await peeker.Orders.CreateAsync(OrderOf("action-required@acme.com"));
        try
        {
            await peeker.Orders.WaitForCompletionAsync(receipt.Id, new() { Interval = TimeSpan.FromSeconds(0.2) });
        }
        catch (PeekerNotCompletedException<OrderDetail> stopped) when (stopped.Reason == NotCompletedReason.ActionRequired)
        {
            await foreach (var action in peeker.Orders.ListPendingActionsAsync(new() { OrderId = stopped.ResourceId })) Console.WriteLine(action.Message);
        }

        Assert.Contains(sandbox.Requests.All, request => request.Operation == "Orders_ListPendingActions");
    }

    public async ValueTask DisposeAsync()
    {
        peeker.Dispose();
        await sandbox.DisposeAsync();
    }

    private static CustomOrder OrderOf(string user) => new()
    {
        User = user,
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
        Domains = ["acme-mail.com"],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };
}
