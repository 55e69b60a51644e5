namespace CheckoutTests;

/// <summary>The shop as a test sees it: its checkout and its order book, with a sandbox in the place of Peeker. No port, no waiting.</summary>
internal sealed class Shop : IAsyncDisposable
{
    public static readonly DateTimeOffset Opening = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero);

    public Shop()
    {
        var door = new WebhookDoor();
        Sandbox = PeekerSandbox.Create(new() { FrozenAt = Opening, Seed = 1, WebhookHandler = door });
        // A signature has a time, so the verifier looks at the sandbox's clock.
        Book = door.Book = new(new WebhookVerifier(Sandbox.Webhooks.Secret, time: Sandbox.Clock));
        // A customer waits at the counter: the client may try again for a moment, and no longer.
        Peeker = new(Sandbox.ApiKey, new() { Handler = Sandbox.CreateHandler(), Deadline = TimeSpan.FromSeconds(3) });
        Checkout = new(Peeker, inboxes: 4);
    }

    public PeekerSandbox Sandbox { get; }

    public PeekerClient Peeker { get; }

    public Checkout Checkout { get; }

    public OrderBook Book { get; }

    /// <summary>A checkout that is expected to succeed.</summary>
    public async Task<Ordered> Sell(string email = "alex@acme.example") =>
        Assert.IsType<Ordered>(await Checkout.BuyAsync(email, ["acme-mail.com", "team-acme.com"]));

    /// <summary>Lets time pass, and waits until the shop has received the events of that time.</summary>
    public Task Pass(TimeSpan time) => Sandbox.Clock.AdvanceAsync(time);

    public async Task<int> CountOrders()
    {
        var count = 0;
        await foreach (var _ in Peeker.Orders.ListAsync()) count++;
        return count;
    }

    public ValueTask DisposeAsync()
    {
        Peeker.Dispose();
        return Sandbox.DisposeAsync();
    }
}
