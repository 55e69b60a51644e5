using Peeker;

namespace Quickstart;

/// <summary>What a partner's back end does: the documented smoke test, then the sale of a bundle.</summary>
internal sealed class PartnerFlow(PartnerWorld world, Screen screen)
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromSeconds(5);

    private readonly PeekerClient _peeker = world.Client;

    /// <summary>Availability, import, and a custom order: three calls.</summary>
    public async Task<bool> SmokeTestAsync(CancellationToken cancellationToken)
    {
        screen.Title("Smoke test", "is everything wired?");
        string[] names = [$"acme-{world.Nonce}.com", $"acme-{world.Nonce}-mail.com"];
        await screen.StepAsync("Domains.CheckAvailability",
            () => _peeker.Domains.WithResponse.CheckAvailabilityAsync(new() { Domains = names }, cancellationToken),
            availability => string.Join(", ", availability.Domains.Select(row => $"{row.Domain} {(row.Available ? "available" : row.Reason?.Value)}")));
        await screen.StepAsync("Domains.Import",
            () => _peeker.Domains.WithResponse.ImportAsync(new() { Domains = names }, cancellationToken),
            job => $"{job.Id} {job.Status}: set the nameservers {string.Join(", ", (job.NameserverGroups ?? []).SelectMany(group => group.Nameservers).Distinct())}");
        var order = await screen.StepAsync("Orders.Create",
            () => _peeker.Orders.WithResponse.CreateAsync(new CustomOrder
            {
                User = Customer,
                GoogleLicenses = 4,
                Sequencer = Sequencer,
                ForwardingUrl = "https://acme.example",
                Domains = [.. names],
                Personas = Personas,
            }, cancellationToken),
            Describe);
        return await CompletesAsync(order, cancellationToken);
    }

    /// <summary>Bundle, availability, a pick that meets the Microsoft split, and the order.</summary>
    public async Task<bool> SellBundleAsync(CancellationToken cancellationToken)
    {
        screen.Title("Sell a bundle", "25,000 e-mails a month");
        var bundle = await screen.StepAsync("Bundles.Create",
            () => _peeker.Bundles.WithResponse.CreateAsync(new() { Name = $"Starter {world.Nonce}", MonthlySendingVolume = 25_000 }, cancellationToken),
            bundle => $"{bundle.Id} needs {bundle.RequiredDomains.Google} Google and {bundle.RequiredDomains.Microsoft} Microsoft domains");
        var candidates = Enumerable.Range(1, 30).Select(number => $"{(number % 3 == 0 ? "google-only" : "mail")}-{world.Nonce}-{number}.com").ToArray();
        var availability = await screen.StepAsync("Domains.CheckAvailability",
            () => _peeker.Domains.WithResponse.CheckAvailabilityAsync(new() { Domains = candidates }, cancellationToken),
            rows => $"{rows.Domains.Count(row => row.Available)} of {rows.Domains.Count} available, {rows.Domains.Count(ForMicrosoft)} of them for Microsoft");
        var pick = bundle.SelectDomains(availability.Domains);
        screen.Note($"Picked {pick.Google.Count} domains for Google and {pick.Microsoft.Count} for Microsoft for {pick.TotalCents / 100m:0.00} USD in the first year.");
        var order = await screen.StepAsync("Orders.Create",
            () => _peeker.Orders.WithResponse.CreateAsync(new BundleOrder
            {
                User = Customer,
                BundleId = bundle.Id,
                Sequencer = Sequencer,
                ForwardingUrl = "https://acme.example",
                Domains = [.. pick.ToOrderDomains()],
                Personas = Personas,
            }, cancellationToken),
            Describe);
        return await CompletesAsync(order, cancellationToken);
    }

    private static OrderSequencer Sequencer => new()
    {
        Provider = SequencerProvider.Smartlead,
        ClientId = 366903,
        LoginEmail = "peeker@yourcompany.example",
        LoginPassword = "your-dedicated-login",
    };

    private static Persona[] Personas =>
    [
        new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = "" },
        new() { FirstName = "Sam", LastName = "Lee", ProfilePictureUrl = null },
    ];

    private string Customer => $"customer-{world.Nonce}@acme.example";

    private static bool ForMicrosoft(AvailabilityRow row) => row.UsableFor?.Contains(MailProvider.Microsoft) == true;

    private static string Describe(OrderReceipt order) => $"{order.Id} {order.Status}, {order.DomainCount} domains, {order.Costs.TotalCents / 100m:0.00} {order.Costs.Currency.ToUpperInvariant()}";

    private Task<bool> CompletesAsync(OrderReceipt order, CancellationToken cancellationToken) =>
        world.Receiver is { } receiver ? HearAsync(receiver, order.Id, cancellationToken) : PollAsync(order.Id, cancellationToken);

    private async Task<bool> HearAsync(WebhookReceiver receiver, string orderId, CancellationToken cancellationToken)
    {
        var connected = 0;
        await foreach (var webhook in receiver.Events.ReadAllAsync(cancellationToken))
        {
            switch (webhook)
            {
                case DomainConnected { Data: var domain } when domain.OrderId == orderId:
                    connected++;
                    break;
                case OrderCompleted { Data: var order } when order.Id == orderId:
                    screen.Event("domain.connected", $"{connected} domains");
                    screen.Event(webhook.Type.Value, $"{order.Id}, {order.DomainCount} domains");
                    return true;
                case OrderFailed { Data: var order } when order.Id == orderId:
                    screen.Event(webhook.Type.Value, order.Id);
                    return false;
                case OrderInProgress { Data: var order } when order.Id == orderId:
                    screen.Event(webhook.Type.Value, order.Id);
                    break;
            }
        }

        return false;
    }

    private async Task<bool> PollAsync(string orderId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var order = await screen.StepAsync("Orders.Get", () => _peeker.Orders.WithResponse.GetAsync(orderId, cancellationToken), order => $"{order.Id} {order.Status}");
            if (order.Status == OrderStatus.Completed)
            {
                screen.Note("order.completed");
                return true;
            }

            if (order.Status != OrderStatus.InProgress) return false;
            await Task.Delay(PollEvery, cancellationToken);
        }
    }
}
