using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Properties;

internal sealed partial class Walk
{
    private Task OrderByBundle(Step step)
    {
        if (Pick(model.Bundles.FindAll(bundle => !bundle.Archived && bundle.GoogleDomains + bundle.MicrosoftDomains <= 12), step.A) is not { } bundle) return Task.CompletedTask;
        return Order(step, $"\"bundle_id\":\"{bundle.Id}\"", bundle, bundle.GoogleDomains, bundle.MicrosoftDomains, bundle.GoogleDomains * bundle.Inboxes, bundle.Inboxes);
    }

    private Task OrderByLicences(Step step)
    {
        var (google, microsoft, inboxes) = (step.A % 8, step.B % 4, 2 + (step.A % 2));
        if (google + microsoft == 0) google = 2;
        return Order(step, $"\"google_licenses\":{google},\"microsoft_licenses\":{microsoft},\"google_inboxes_per_domain\":{inboxes}", null, (google + inboxes - 1) / inboxes, microsoft, google, inboxes);
    }

    private async Task Order(Step step, string shape, BundleFact? bundle, int google, int microsoft, int licences, int inboxes)
    {
        var names = NamesToOrder(step, google, google + microsoft);
        var active = Pick(model.Users.FindAll(user => !user.Deleted), step.B);
        var user = (step.A % 3) switch { 0 when active is not null => active.Id, 1 when active is not null => active.Email, _ => $"person-{step.B}@acme.com" };
        var body = Lab.Order(shape, [.. names]).Replace("alex@acme.com", user, StringComparison.Ordinal);
        var answer = (await lab.Post("orders", body)).Is(HttpStatusCode.OK);
        var known = model.Users.Find(fact => !fact.Deleted && (fact.Id == user || fact.Email == user));
        if (known is null) model.Users.Add(known = new(Text(answer.Data, "user_id")!) { Email = user });
        var order = new OrderFact(answer.Id, body, model.Now)
        {
            User = known, Email = known.Email, Bundle = bundle, Registered = names.Count(name => !model.Domains.Exists(domain => domain.Name == name)),
            InboxesPerDomain = inboxes, IsEven = licences % inboxes == 0, GoogleLicences = licences, MicrosoftLicences = microsoft,
        };
        if (bundle is not null) bundle.Used = true;
        model.Orders.Add(order);
        order.Domains.AddRange(names.Select(model.DomainNamed));
        foreach (var domain in order.Domains) (domain.Order, domain.Url) = (order, "https://acme.com");
        foreach (var row in (await All("domains?category=connected")).Where(row => Text(row, "order_id") == order.Id)) model.DomainNamed(Text(row, "domain")!).Provider = Text(row, "provider");
        Assert.Equal((google, microsoft), (order.Domains.Count(domain => domain.Provider == "google"), order.Domains.Count(domain => domain.Provider == "microsoft")));
        Assert.DoesNotContain(order.Domains, domain => domain.GoogleOnly && domain.Provider == "microsoft");
        model.At(model.Now + Background, () =>
        {
            if (order.Status == "in_progress") order.Status = "completed";
        });
    }

    // Free names of the account first, where the step says so; as many Google-only names as there are Google domains at most.
    private List<string> NamesToOrder(Step step, int google, int total)
    {
        var names = model.FreeDomains.Where(domain => !domain.GoogleOnly).Skip(step.B % 2).Take(step.A % (total + 1)).Select(domain => domain.Name).ToList();
        if (google > 0 && names.Count < total && model.FreeDomains.FirstOrDefault(domain => domain.GoogleOnly) is { } only) names.Add(only.Name);
        else if (google > 0 && names.Count < total && step.B % 5 == 0) names.Add($"google-only-{model.Names++}.com");
        while (names.Count < total) names.Add($"fresh-{model.Names++}.com");
        return names;
    }

    private async Task OrderAgain(Step step)
    {
        if (Pick(model.Orders.FindAll(order => model.Now - order.At < TimeSpan.FromHours(24)), step.A) is not { } order) return;
        var answer = (await lab.Post("orders", order.Body)).Is(HttpStatusCode.OK);
        Assert.Equal((order.Id, order.Status), (answer.Id, Text(answer.Data, "status")));
    }

    private async Task Cancel(Step step, bool whole)
    {
        if (Pick(model.Orders.FindAll(order => order.Status is "in_progress" or "completed"), step.A) is not { } order) return;
        var domains = whole ? [.. order.Domains] : order.Domains.Skip(step.B % order.Domains.Count).Take(2).ToList();
        var due = order.PeriodEnd(model.Now);
        var answer = (await lab.Post($"orders/{order.Id}/cancel", whole ? null : JsonSerializer.Serialize(new { domains = domains.Select(domain => domain.Name) }))).Is(HttpStatusCode.OK);
        Assert.Equal((order.Id, "cancel_scheduled", due), (answer.Id, Text(answer.Data, "status"), answer.Data.GetProperty("cancels_at").GetDateTimeOffset()));
        Assert.Equal(domains.Select(domain => domain.Name).Order(), answer.Data.GetProperty("domains").EnumerateArray().Select(row => Text(row, "domain")!).Order());
        foreach (var domain in domains) domain.LeavesAt ??= due;
        if (order.Domains.TrueForAll(domain => domain.LeavesAt is not null)) order.Status = "cancel_scheduled";
        model.At(due, () =>
        {
            if (order.Status == "cancel_scheduled") order.End();
            else if (order.Status != "cancelled") order.Domains.FindAll(domain => domain.LeavesAt <= model.Now).ForEach(order.Leave);
        });
    }
}
