using System.Globalization;

namespace Peeker.Cli.Quickstarts;

/// <summary>Plan, bundle, domains, order, events.</summary>
internal sealed class PartnerFlow(PeekerClient peeker, EventInbox inbox, Steps steps)
{
    /// <returns>Whether the order is complete.</returns>
    public async Task<bool> RunAsync(long volume, CancellationToken cancellationToken)
    {
        var plan = BundlePlan.For(volume);
        steps.Add("BundlePlan.For", null, string.Create(CultureInfo.InvariantCulture, $"{plan.MonthlySendingVolume:N0} e-mails a month need {plan.GoogleDomains} Google and {plan.MicrosoftDomains} Microsoft domains"));
        await steps.CallAsync("Me.Get", peeker.Me.WithResponse.GetAsync(cancellationToken), me => $"a {me.ApiKey.Environment} key");
        var bundle = await steps.CallAsync(
            "Bundles.Create",
            peeker.Bundles.WithResponse.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = volume }, cancellationToken),
            made => $"{made.Id} needs {made.RequiredDomains.Google} and {made.RequiredDomains.Microsoft}, as planned: {(plan.CompareWith(made).Count == 0 ? "yes" : "no")}");
        var pick = await PickAsync(bundle, cancellationToken);
        var submission = OrderSubmission.Prepare(Order(bundle, pick), new OrderContext { Bundle = bundle, Rows = [.. pick.Google, .. pick.Microsoft] });
        steps.Add("OrderSubmission.Prepare", null, string.Create(CultureInfo.InvariantCulture, $"every rule of the docs holds; {submission.ToBytes().Length:N0} bytes to store before they are sent"));
        var order = await steps.CallAsync("Orders.Submit", peeker.Orders.WithResponse.SubmitAsync(submission, cancellationToken), Describe);
        var again = await peeker.Orders.SubmitAsync(submission, cancellationToken);
        steps.Add("Orders.Submit, once more", null, again.Id == order.Id ? $"{again.Id}: the same order, and no second charge" : $"{again.Id}: a second order");
        return again.Id == order.Id && await HearAsync(order.Id, cancellationToken);
    }

    private async Task<DomainSelection> PickAsync(Bundle bundle, CancellationToken cancellationToken)
    {
        var needed = bundle.RequiredDomains.Google + bundle.RequiredDomains.Microsoft;
        var names = DomainCandidates.From("Acme", new() { Suffixes = ["com", "net", "org", "io", "co"] }).Take(needed + 10).Select(name => name.Value).ToList();
        for (var number = 1; names.Count < needed + 10; number++) names.Add($"acme-{number}.com");
        var rows = new List<AvailabilityRow>();
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(names, cancellationToken: cancellationToken)) rows.Add(outcome.Row ?? throw outcome.Error!);
        steps.Add("Domains.CheckAvailability", null, $"{rows.Count(row => row.Available)} of {rows.Count} names are available");
        var pick = bundle.SelectDomains(rows);
        steps.Add("bundle.SelectDomains", null, string.Create(CultureInfo.InvariantCulture, $"{pick.Google.Count} and {pick.Microsoft.Count} domains for {pick.TotalCents / 100m:0.00} USD in the first year, among them {pick.ToOrderDomains()[0].Domain}"));
        return pick;
    }

    private async Task<bool> HearAsync(string orderId, CancellationToken cancellationToken)
    {
        var connected = 0;
        await foreach (var happened in inbox.Events.ReadAllAsync(cancellationToken))
        {
            switch (happened)
            {
                case OrderInProgress { Data: var order } when order.Id == orderId:
                    steps.Add(happened.Type.Value, null, $"{order.Id}, signature verified");
                    break;
                case DomainConnected { Data: var domain } when domain.OrderId == orderId:
                    connected++;
                    break;
                case OrderCompleted { Data: var order } when order.Id == orderId:
                    steps.Add("domain.connected", null, $"{connected} times, signatures verified");
                    steps.Add(happened.Type.Value, null, $"{order.Id}, signature verified");
                    return true;
                case OrderFailed { Data: var order } when order.Id == orderId:
                    steps.Add(happened.Type.Value, null, order.Id);
                    return false;
            }
        }

        return false;
    }

    private static BundleOrder Order(Bundle bundle, DomainSelection pick) => new()
    {
        User = "customer@acme.example",
        BundleId = bundle.Id,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, ClientId = 366903, LoginEmail = "peeker@yourcompany.example", LoginPassword = "a-dedicated-login" },
        ForwardingUrl = "https://acme.example",
        Domains = [.. pick.ToOrderDomains()],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    private static string Describe(OrderReceipt order) => string.Create(CultureInfo.InvariantCulture, $"{order.Id} {order.Status}, {order.DomainCount} domains, {order.Costs.TotalCents / 100m:0.00} {order.Costs.Currency.ToUpperInvariant()}");
}
