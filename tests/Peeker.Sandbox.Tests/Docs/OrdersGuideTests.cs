using Microsoft.AspNetCore.DataProtection;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>The code of docs/orders.md, run. <see cref="OrdersGuidePageTests"/> sees to it that the page holds no other.</summary>
public sealed class OrdersGuideTests : IAsyncLifetime, IDisposable
{
    private const string password = "a-dedicated-login";
    private const int orderNumber = 17;

    private static readonly CustomOrder Order = new()
    {
        User = "alex@acme.com",
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = password },
        Domains = ["acme-mail.com"],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    private readonly PeekerSandbox _sandbox = PeekerSandbox.Create();
    private readonly Store store = new();
    private PeekerClient peeker = null!;
    private Bundle bundle = null!;

    public async Task InitializeAsync()
    {
        peeker = new(_sandbox.ApiKey, new() { Handler = _sandbox.CreateHandler(), Time = _sandbox.Clock });
        bundle = await peeker.Bundles.CreateAsync(new() { Name = "Two", MonthlySendingVolume = 1000 });
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    public void Dispose() => peeker.Dispose();

    [Fact]
    public async Task The_first_lines()
    {
        var submission = OrderSubmission.Prepare(new BundleOrder
        {
            User = "alex@acme.com",
            BundleId = bundle.Id,
            Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = password },
            Domains = ["acme-mail.com", "team-acme.com"],
            Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
        });
        await store.SaveAsync(orderNumber, submission.ToBytes());               // no password inside
        OrderReceipt order = await peeker.Orders.SubmitAsync(submission);       // may be repeated, after a crash too, from another process

        await Again(store.Saved, order.Id);
        await Lost(store.Saved, order.Id);
    }

    private async Task Again(byte[] stored, string id)
    {
        var again = OrderSubmission.FromBytes(stored, new OrderSecrets { LoginPassword = password });
        OrderReceipt order = await peeker.Orders.SubmitAsync(again);            // the same order, no second charge
        Assert.Equal(id, order.Id);
        Assert.Single((await peeker.Orders.ListPageAsync()).Data);
    }

    private async Task Lost(byte[] stored, string id)
    {
        Assert.Throws<PeekerOrderChangedException>(() => OrderSubmission.FromBytes(stored, new OrderSecrets { LoginPassword = "another" }));
        var result = await peeker.Orders.ReconcileAsync(OrderSearch.FromBytes(stored));   // needs no secret
        Assert.Equal(id, Assert.IsType<OrderReconciliation.Found>(result).Order.Id);
    }

    [Fact]
    public void With_a_protector()
    {
        var dataProtection = new EphemeralDataProtectionProvider();
        var submission = Prepared();
        var protector = dataProtection.CreateProtector("orders");
        var stored = submission.ToBytes(protector.Protect);
        var again = OrderSubmission.FromBytes(stored, protector.Unprotect);
        Assert.Equal(submission.Fingerprint(), again.Fingerprint());

        var other = dataProtection.CreateProtector("something else");
        Assert.Equal(StoredOrderProblem.Sealed, Assert.Throws<PeekerStoredOrderException>(() => OrderSubmission.FromBytes(stored, other.Unprotect)).Problem);
    }

    [Fact]
    public async Task A_second_time_or_the_first()
    {
        var lines = new List<string>();
        var submission = Prepared();
        await Submit(submission, lines.Add);
        Assert.Empty(lines);
        await _sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        await Submit(submission, lines.Add);
        Assert.Equal(["The order had been placed before."], lines);
    }

    private async Task Submit(OrderSubmission submission, Action<string> log)
    {
        var response = await peeker.Orders.WithResponse.SubmitAsync(submission);
        if (response.IsReplay() == true) log("The order had been placed before.");
    }

    [Theory]
    [InlineData(true, 0, "recorded")]
    [InlineData(true, 25, "recorded")]
    [InlineData(false, 0, "")]
    [InlineData(false, 25, "planned")]
    public async Task When_the_safe_time_is_over(bool placed, int hours, string outcome)
    {
        var submission = Prepared();
        if (placed) await peeker.Orders.SubmitAsync(submission);
        await _sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(hours));
        switch (await peeker.Orders.ReconcileAsync(submission))
        {
            case OrderReconciliation.Found { Order: var order }: await store.RecordAsync(orderNumber, order); break;
            case OrderReconciliation.NotFound { MayStillAppear: false }: await store.PlanAnewAsync(orderNumber); break;
            case OrderReconciliation.NotFound: break;                                                     // submit again, or look again later
            case OrderReconciliation.Ambiguous { Candidates: var orders }: await store.AskAPersonAsync(orderNumber, orders); break;
        }

        Assert.Equal(outcome, store.Outcome);
    }

    [Fact]
    public void The_same_order_written_differently()
    {
        var (login, people) = (Order.Sequencer, Order.Personas);
        var one = OrderSubmission.Prepare(new CustomOrder { User = "alex@acme.com", GoogleLicenses = 4, Sequencer = login, Domains = ["acme-mail.com", "team-acme.com"], Personas = people });
        var two = OrderSubmission.Prepare(new CustomOrder { User = "alex@acme.com", GoogleLicenses = 4, GoogleInboxesPerDomain = 2, Sequencer = login, Domains = ["team-acme.com", "acme-mail.com"], Personas = people });
        Assert.Equal(OrderComparison.SameOrderWrittenDifferently, OrderSubmission.Compare(one, two));   // sending both charges twice
    }

    private OrderSubmission Prepared() => OrderSubmission.Prepare(Order, _sandbox.Clock);

    private sealed class Store
    {
        public byte[] Saved { get; private set; } = [];

        public string Outcome { get; private set; } = "";

        public Task SaveAsync(int number, byte[] stored) => Note(number, () => Saved = stored);

        public Task RecordAsync(int number, OrderReceipt order) => Note(number, () => Outcome = order.Id.Length > 0 ? "recorded" : "");

        public Task PlanAnewAsync(int number) => Note(number, () => Outcome = "planned");

        public Task AskAPersonAsync(int number, IReadOnlyList<OrderReceipt> orders) => Note(number, () => Outcome = $"asked about {orders.Count}");

        private static Task Note(int number, Action note)
        {
            Assert.Equal(orderNumber, number);
            note();
            return Task.CompletedTask;
        }
    }
}
