using System.Globalization;
using Peeker.Sandbox;

namespace Peeker.Benchmarks.Documents;

/// <summary>Resources of the sizes that are measured.</summary>
internal static class Samples
{
    private const int Domains = 10, Rows = 50, Orders = 100;

    private static readonly DateTimeOffset At = new(2026, 6, 8, 12, 14, 33, TimeSpan.Zero);

    public static Peeker.Bundle Bundle { get; } = new()
    {
        Id = "bun_01HZX0BU1A2B3C4D5E6F7G8H",
        Name = "Starter - 25k emails/month",
        MonthlySendingVolume = 25_000,
        GooglePercent = 80,
        MicrosoftPercent = 20,
        SendOnWeekends = false,
        GoogleInboxesPerDomain = 2,
        Effective = new() { GooglePercent = 79, MicrosoftPercent = 21 },
        RequiredDomains = new() { Google = 15, Microsoft = 4, Total = 19 },
        Status = BundleStatus.Active,
        CreatedAt = At,
    };

    public static Peeker.Availability Availability { get; } = new()
    {
        Domains = [.. Enumerable.Range(0, Rows).Select(row => row % 5 == 4
            ? new Peeker.AvailabilityRow { Domain = Name(row), Available = false, Reason = UnavailableReason.Taken }
            : new Peeker.AvailabilityRow
            {
                Domain = Name(row),
                Available = true,
                PriceCents = 1_099 + row,
                RenewalPriceCents = 1_299,
                Currency = "usd",
                UsableFor = [MailProvider.Google, MailProvider.Microsoft],
            })],
    };

    public static Peeker.OrderDetail Order { get; } = new()
    {
        Id = "ord_01HZX0OR1A2B3C4D5E6F7G8H",
        UserId = "usr_01HZX0US1A2B3C4D5E6F7G8H",
        Email = "alex@acme.com",
        BundleId = Bundle.Id,
        Status = OrderStatus.Completed,
        DomainCount = Domains,
        Costs = new()
        {
            TotalCents = 20_990,
            Currency = "usd",
            LineItems =
            [
                new() { Type = LineItemType.GoogleLicense, Quantity = 20, AmountCents = 7_000 },
                new() { Type = LineItemType.MicrosoftLicense, Quantity = 2, AmountCents = 3_000 },
                new() { Type = LineItemType.DomainRegistration, Quantity = Domains, AmountCents = 10_990 },
            ],
        },
        Domains = new() { Registered = [.. Enumerable.Range(0, Domains).Select(Name)], Imported = [] },
        Personas = People,
        RenewsAt = At.AddMonths(1),
        CreatedAt = At,
    };

    public static BundleOrder OrderRequest { get; } = new()
    {
        User = "alex@acme.com",
        BundleId = Bundle.Id,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a login of its own" },
        ForwardingUrl = "https://acme.com",
        Domains = [.. Enumerable.Range(0, Domains).Select(row => new OrderDomain(Name(row), "https://acme.com/hello"))],
        Personas = People,
    };

    public static Page<Peeker.OrderReceipt> Page { get; } = new()
    {
        Data = [.. Enumerable.Range(0, Orders).Select(row => new Peeker.OrderReceipt
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"ord_01HZX0OR1A2B3C4D5E6F7{row:000}"),
            UserId = Order.UserId!,
            Email = Order.Email!,
            BundleId = Bundle.Id,
            Status = row % 3 == 0 ? OrderStatus.InProgress : OrderStatus.Completed,
            DomainCount = Domains,
            Costs = new() { TotalCents = 20_990 + row, Currency = "usd" },
            RenewsAt = At.AddMonths(1),
            CreatedAt = At,
        })],
        Links = new() { First = "https://api.peeker.ai/partner/v1/orders?per_page=100", Next = "https://api.peeker.ai/partner/v1/orders?per_page=100&page_token=eyJsYXN0Ijo0Mn0" },
        Meta = new() { Path = "https://api.peeker.ai/partner/v1/orders", PerPage = Orders, Returned = Orders },
    };

    /// <summary>One of each documented type.</summary>
    public static IReadOnlyList<Peeker.WebhookEvent> Events { get; } = Made();

    private static IReadOnlyList<Peeker.Persona> People =>
    [
        new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = "https://acme.com/alex.png" },
        new() { FirstName = "Sam", LastName = "Lee", ProfilePictureUrl = "https://acme.com/sam.png" },
        new() { FirstName = "Kim", LastName = "Park", ProfilePictureUrl = "https://acme.com/kim.png" },
        new() { FirstName = "Robin", LastName = "Novak", ProfilePictureUrl = "https://acme.com/robin.png" },
        new() { FirstName = "Jo", LastName = "Silva", ProfilePictureUrl = "https://acme.com/jo.png" },
    ];

    private static Peeker.WebhookEvent[] Made()
    {
        var make = new WebhookEvents(seed: 1);
        return
        [
            make.OrderInProgress(Order), make.OrderCompleted(Order), make.OrderFailed(Order), make.OrderActionRequired(Order), make.OrderCancelScheduled(Order), make.OrderCancelled(Order),
            make.DomainConnected(), make.DomainActionRequired(), make.DomainForwardingUpdated(), make.DomainForwardingFailed(),
            make.DomainImportCompleted(), make.DomainImportFailed(), make.DomainImportActionRequired(),
            make.SwapCreated(), make.SwapInProgress(), make.SwapCompleted(), make.SwapFailed(), make.SwapActionRequired(),
        ];
    }

    private static string Name(int row) => string.Create(CultureInfo.InvariantCulture, $"acme-mail-{row}.com");
}
