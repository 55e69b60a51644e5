namespace Peeker.Sandbox.Tests.Clients;

/// <summary>Waits of the client on the clock of a sandbox.</summary>
public sealed class WaitTests : IAsyncDisposable
{
    private readonly PeekerSandbox _sandbox = PeekerSandbox.Create(new() { FrozenAt = Lab.Noon, CompletionDelay = TimeSpan.FromMinutes(10), RateLimit = null });
    private readonly PeekerClient _peeker;

    public WaitTests() => _peeker = new(_sandbox.ApiKey, new() { Handler = _sandbox.CreateHandler(), Time = _sandbox.Clock, RequestsPerMinute = null });

    [Fact]
    public async Task An_order_is_waited_for_through_failures()
    {
        var receipt = await _peeker.Orders.CreateAsync(OrderOf("alex@acme.com", "acme-mail.com"));
        _sandbox.Faults.Share(0.3, new(FaultKind.Unavailable), new(FaultKind.Drop), new(FaultKind.Truncate));
        var order = await Advancing(_peeker.Orders.WaitForCompletionAsync(receipt.Id));
        Assert.Equal(OrderStatus.Completed, order.Status);
        Assert.InRange((_sandbox.Clock.UtcNow - Lab.Noon).TotalMinutes, 10, 20);
    }

    [Theory]
    [InlineData("order-fails@acme.com", NotCompletedReason.Failed)]
    [InlineData("action-required@acme.com", NotCompletedReason.ActionRequired)]
    public async Task An_order_that_does_not_complete_says_why(string user, NotCompletedReason reason)
    {
        var receipt = await _peeker.Orders.CreateAsync(OrderOf(user, "acme-mail.com"));
        var ended = await Assert.ThrowsAsync<PeekerNotCompletedException<OrderDetail>>(() => Advancing(_peeker.Orders.WaitForCompletionAsync(receipt.Id)));
        Assert.Equal((reason, receipt.Id), (ended.Reason, ended.Resource!.Id));
    }

    [Fact]
    public async Task An_action_that_resolves_itself_can_be_waited_through()
    {
        var receipt = await _peeker.Orders.CreateAsync(OrderOf("action-required@acme.com", "acme-mail.com"));
        var order = await Advancing(_peeker.Orders.WaitForCompletionAsync(receipt.Id, new() { ContinueOnActionRequired = true }), TimeSpan.FromMinutes(1));
        Assert.Equal(OrderStatus.Completed, order.Status);
    }

    [Fact]
    public async Task A_cancelled_order_ends_the_wait()
    {
        var receipt = await _peeker.Orders.CreateAsync(OrderOf("alex@acme.com", "acme-mail.com"));
        await _peeker.Orders.CancelAsync(receipt.Id);
        var ended = await Assert.ThrowsAsync<PeekerNotCompletedException<OrderDetail>>(() => _peeker.Orders.WaitForCompletionAsync(receipt.Id));
        Assert.Equal(NotCompletedReason.Cancelled, ended.Reason);
        Assert.Equal(OrderStatus.CancelScheduled, ended.Resource!.Status);
    }

    [Fact]
    public async Task The_deadline_is_reached_on_the_clock()
    {
        var receipt = await _peeker.Orders.CreateAsync(OrderOf("alex@acme.com", "acme-mail.com"));
        var ended = await Assert.ThrowsAsync<PeekerNotCompletedException<OrderDetail>>(() => Advancing(_peeker.Orders.WaitForCompletionAsync(receipt.Id, new() { Deadline = TimeSpan.FromMinutes(5) })));
        Assert.Equal(NotCompletedReason.DeadlineReached, ended.Reason);
        Assert.InRange((_sandbox.Clock.UtcNow - Lab.Noon).TotalMinutes, 3, 6);
    }

    [Fact]
    public async Task Imports_forwarding_and_swaps_are_waited_for()
    {
        var job = await _peeker.Domains.StartImportJobAsync(new() { Domains = ["owned.com", "next.com"] });
        Assert.Equal(ImportStatus.Completed, (await Advancing(_peeker.Domains.WaitForImportJobAsync(job.Id))).Status);
        var forwarding = await _peeker.Domains.SetForwardingAsync(new() { Domains = ["owned.com"], ForwardingUrl = "https://acme.com" });
        Assert.Equal(ForwardingStatus.Completed, (await Advancing(_peeker.Domains.WaitForForwardingAsync(forwarding.Id))).Status);
        var receipt = await _peeker.Orders.CreateAsync(OrderOf("alex@acme.com", "owned.com"));
        await Advancing(_peeker.Orders.WaitForCompletionAsync(receipt.Id));
        var domain = Assert.Single((await _peeker.Domains.ListPageAsync(new() { Category = DomainCategory.Connected })).Data);
        var swap = await _peeker.Swaps.CreateAsync(new() { Type = SwapRequestType.Standard, DomainId = domain.Id, ReplacementDomain = "next.com" });
        Assert.Equal(SwapStatus.Completed, (await Advancing(_peeker.Swaps.WaitForCompletionAsync(swap.Id))).Status);
    }

    [Fact]
    public async Task An_import_whose_nameservers_are_not_pointed_says_so()
    {
        var job = await _peeker.Domains.StartImportJobAsync(new() { Domains = ["import-waits.com"] });
        var ended = await Assert.ThrowsAsync<PeekerNotCompletedException<ImportJob>>(() => Advancing(_peeker.Domains.WaitForImportJobAsync(job.Id)));
        Assert.Equal(NotCompletedReason.ActionRequired, ended.Reason);
        Assert.NotEmpty(ended.Resource!.NameserverGroups!);
    }

    public async ValueTask DisposeAsync()
    {
        _peeker.Dispose();
        await _sandbox.DisposeAsync();
    }

    /// <summary>Time goes on in small steps, of five seconds if the test has no days to wait, until the wait has ended.</summary>
    private async Task<T> Advancing<T>(Task<T> wait, TimeSpan? step = null)
    {
        for (var steps = 0; !wait.IsCompleted; steps++)
        {
            Assert.True(steps < 10_000, "The wait does not end.");
            await Task.WhenAny(wait, Task.Delay(2));
            if (!wait.IsCompleted) await _sandbox.Clock.AdvanceAsync(step ?? TimeSpan.FromSeconds(5));
        }

        return await wait;
    }

    private static CustomOrder OrderOf(string user, string domain) => new()
    {
        User = user,
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
        Domains = [domain],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };
}
