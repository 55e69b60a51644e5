namespace Peeker.Sandbox.Tests.Orders;

/// <summary>A sandbox whose clock stands at noon, and a client that looks at the same clock and tries once.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public Shop()
    {
        Sandbox = PeekerSandbox.Create(new() { FrozenAt = Lab.Noon, Seed = 1 });

        // The clock stands still, so a pause between attempts would never end.
        Peeker = new(Sandbox.ApiKey, new() { Handler = Sandbox.CreateHandler(), Time = Sandbox.Clock, MaxRetries = 0, RequestsPerMinute = null });
    }

    public PeekerSandbox Sandbox { get; }

    public PeekerClient Peeker { get; }

    public OrderSubmission Prepare(string user = "alex@acme.com", params string[] domains) => OrderSubmission.Prepare(
        new CustomOrder
        {
            User = user,
            GoogleLicenses = 2 * Math.Max(1, domains.Length),
            Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
            Domains = domains.Length == 0 ? ["acme-mail.com"] : [.. domains.Select(name => (OrderDomain)name)],
            Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
        },
        Sandbox.Clock);

    public Task PassAsync(TimeSpan time) => Sandbox.Clock.AdvanceAsync(time);

    public async Task<int> CountOrders() => (await Peeker.Orders.ListPageAsync()).Data.Count;

    public async ValueTask DisposeAsync()
    {
        Peeker.Dispose();
        await Sandbox.DisposeAsync();
    }
}
