using System.Collections.Concurrent;
using System.Diagnostics;
using Peeker.Diagnostics;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>The code of docs/reliability.md, run. <see cref="ReliabilityGuidePageTests"/> sees to it that the page holds no other.</summary>
public sealed class ReliabilityGuideTests : IAsyncLifetime, IDisposable
{
    private static readonly CustomOrder Order = new()
    {
        User = "alex@acme.com",
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
        Domains = ["acme-mail.com"],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    private readonly PeekerSandbox sandbox = PeekerSandbox.Create(new() { FrozenAt = Lab.Noon });
    private readonly ConcurrentQueue<string> _said = new();
    private readonly CancellationTokenSource _stop = new();
    private PeekerClient peeker = null!;
    private Task _time = Task.CompletedTask;
    private string id = "";

    public async Task InitializeAsync()
    {
        peeker = new(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler(), Time = sandbox.Clock });
        id = (await peeker.Bundles.CreateAsync(new() { Name = "Two", MonthlySendingVolume = 1000 })).Id;
        _time = PassAsync();
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _time;
        await sandbox.DisposeAsync();
    }

    public void Dispose()
    {
        _stop.Dispose();
        peeker.Dispose();
    }

    [Fact]
    public async Task The_first_lines()
    {
        sandbox.Faults.Next(2, new(FaultKind.Unavailable));
        sandbox.Faults.Next(FaultKind.RateLimited);
        Bundle bundle = await peeker.Bundles.GetAsync(id);                      // the fourth attempt; the caller sees nothing of the others

        sandbox.Faults.Next(FaultKind.Drop, afterWork: true);
        OrderReceipt order = await peeker.Orders.CreateAsync(Order);            // the same bytes again, after a pause: one order, one charge

        sandbox.Faults.Next(FaultKind.Drop, afterWork: true);
        var unknown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => peeker.Bundles.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = 25_000 }));
        Assert.Equal(
            "Bundles_Create: it is not known whether the call took effect; 1 attempt made. List the bundles and look for the name before you create it again.",
            unknown.Message);                                                   // it was made, and a second attempt would make another

        Assert.Equal([201, 503, 503, 429, 200, null, 200, null], sandbox.Requests.All.Select(request => request.Status));
        Assert.Equal(["Starter", bundle.Name], (await peeker.Bundles.ListPageAsync()).Data.Select(row => row.Name));
        Assert.Equal(order.Id, Assert.Single((await peeker.Orders.ListPageAsync()).Data).Id);
    }

    [Fact]
    public async Task Limits_of_single_calls()
    {
        string[] candidates = ["acme-mail.com"];
        sandbox.Faults.Next(7, new(FaultKind.Unavailable));
        var patient = peeker.With(new PeekerCallOptions { Deadline = TimeSpan.FromMinutes(10), MaxRetries = 20 });
        var rows = await patient.Domains.CheckAvailabilityAsync(new() { Domains = candidates });

        var once = peeker.With(new PeekerCallOptions { MaxRetries = 0, AttemptTimeout = TimeSpan.FromSeconds(5) });
        var me = await once.Me.GetAsync();
        Assert.Equal((1, KeyEnvironment.Test), (rows.Domains.Count, me.ApiKey.Environment));
        sandbox.Faults.Next(FaultKind.Unavailable);
        Assert.Equal(1, (await Assert.ThrowsAsync<PeekerServerException>(() => once.Me.GetAsync())).Attempts);
    }

    [Theory]
    [InlineData(FaultKind.Drop, 1, "looked for Starter")]
    [InlineData(FaultKind.Truncate, 1, "looked for Starter")]
    [InlineData(FaultKind.RateLimited, 6, "later, in 1 s")]
    public async Task What_to_catch(FaultKind fault, int times, string said)
    {
        sandbox.Faults.Next(times, new(fault));
        try
        {
            await peeker.Bundles.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = 25_000 });
        }
        catch (Exception failure) when (failure is PeekerOutcomeUnknownException or PeekerResponseException { TookEffect: true })
        {
            await LookFor("Starter");                                           // it may be there
        }
        catch (PeekerRateLimitedException limited)
        {
            await Later(limited.WaitNotBegun ?? limited.RetryAfter);            // it is not there
        }

        Assert.Equal([said], _said);
    }

    [Fact]
    public async Task What_can_be_observed()
    {
        Action<string> log = _said.Enqueue;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == PeekerTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => log($"{activity.DisplayName} {activity.GetTagItem("http.response.status_code")}"),
        };
        ActivitySource.AddActivityListener(listener);
        sandbox.Faults.Next(FaultKind.Unavailable);
        await peeker.Bundles.GetAsync(id);                                      // GET /bundles/{id} 503, GET /bundles/{id} 200, Bundles_Get

        // Other tests are heard too.
        Assert.All(new[] { "GET /bundles/{id} 503", "GET /bundles/{id} 200", "Bundles_Get " }, line => Assert.Contains(line, _said));
    }

    [Fact]
    public void An_own_HttpClient()
    {
        var key = sandbox.ApiKey;
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var peeker = new PeekerClient(key, new() { HttpClient = http });
    }

    private Task LookFor(string name) => Say($"looked for {name}");

    private Task Later(TimeSpan? wait) => Say($"later, in {wait?.TotalSeconds} s");

    private Task Say(string what)
    {
        _said.Enqueue(what);
        return Task.CompletedTask;
    }

    /// <summary>Time flies: what waits for seconds has them at once.</summary>
    private async Task PassAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
        }
    }
}
