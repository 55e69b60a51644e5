using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Properties;

/// <summary>Holds every list and every record of the sandbox against the model.</summary>
internal sealed class Comparison(Lab lab, Model model, Walk walk, int size)
{
    public async Task Run()
    {
        await Bundles();
        await Users();
        await Domains();
        await Orders();
        await Jobs();
        await Swaps();
        Assert.Empty(await walk.All("orders/pending", size));
    }

    private async Task Bundles()
    {
        foreach (var (filter, facts) in new[] { ("", model.Bundles), ("?status=archived", model.Bundles.FindAll(bundle => bundle.Archived)) })
            Same(facts.Select(Row), (await walk.All("bundles" + filter, size)).Select(row => Row(row)));
        foreach (var bundle in model.Bundles) Assert.Equal(Row(bundle), Row(await Get($"bundles/{bundle.Id}")));

        static string Row(object from) => from is BundleFact fact
            ? $"{fact.Id} {fact.Name} {fact.Volume} {fact.Google} {fact.Google ?? 50} {fact.Weekends} {fact.Inboxes} {fact.GoogleDomains}+{fact.MicrosoftDomains}={fact.GoogleDomains + fact.MicrosoftDomains} {(fact.Archived ? "archived" : "active")}"
            : from is JsonElement row
            ? $"{Of(row, "id")} {Of(row, "name")} {Of(row, "monthly_sending_volume")} {Of(row, "google_percent")} {Of(row, "effective", "google_percent")} {Of(row, "send_on_weekends")} {Of(row, "google_inboxes_per_domain")} "
                + $"{Of(row, "required_domains", "google")}+{Of(row, "required_domains", "microsoft")}={Of(row, "required_domains", "total")} {Of(row, "status")}"
            : "";
    }

    private async Task Users()
    {
        foreach (var (filter, facts) in new[] { ("", model.Users), ("?status=active", model.Users.FindAll(user => !user.Deleted)), ("?status=deleted", model.Users.FindAll(user => user.Deleted)) })
            Same(facts.Select(Row), (await walk.All("users" + filter, size)).Select(row => Row(row)));
        foreach (var user in model.Users) Assert.Equal(Row(user), Row(await Get($"users/{user.Id}")));

        static string Row(object from) => from is UserFact fact ? $"{fact.Id} {fact.Email} {fact.First} {(fact.Deleted ? "deleted" : "active")}"
            : from is JsonElement row ? $"{Of(row, "id")} {Of(row, "email")} {Of(row, "first_name")} {Of(row, "status")}" : "";
    }

    private async Task Domains()
    {
        var rows = (await walk.All("domains", size)).ToDictionary(row => Of(row, "domain"));
        Same(model.Domains.Select(domain => domain.Name), rows.Keys);
        foreach (var domain in model.Domains.Where(domain => !domain.IsReserved))
        {
            var row = rows[domain.Name];
            Assert.Equal(
                (domain.Name, domain.Order is null ? "inventory" : "connected", domain.Order?.Id ?? "", domain.Order?.User.Id ?? "", domain.Provider ?? ""),
                (domain.Name, Of(row, "category"), Of(row, "order_id"), Of(row, "user_id"), Of(row, "provider")));
            if (domain.Order is null || domain.Url is not null) Assert.Equal((domain.Name, domain.Url ?? ""), (domain.Name, Of(row, "forwarding_url")));
            if (domain.Order?.Status is null or "completed") Assert.Equal((domain.Name, domain.Order is null ? "available" : "active"), (domain.Name, Of(row, "status")));
        }

        Same(
            model.Domains.Where(domain => domain.Order is null && !domain.IsReserved).Select(domain => domain.Name),
            (await walk.All("domains?category=inventory", size)).Select(row => Of(row, "domain")).Except(model.Domains.Where(domain => domain.IsReserved).Select(domain => domain.Name)));
    }

    private async Task Orders()
    {
        // Newest first is documented for orders.
        Assert.Equal(Enumerable.Reverse(model.Orders).Select(Row), (await walk.All("orders", size)).Select(row => Row(row)));
        foreach (var status in model.Orders.Select(order => order.Status).Distinct())
            Same(model.Orders.Where(order => order.Status == status).Select(order => order.Id), (await walk.All($"orders?status={status}", size)).Select(row => Of(row, "id")));
        foreach (var order in model.Orders)
        {
            var detail = await Get($"orders/{order.Id}");
            Assert.Equal(Row(order), Row(detail));
            Same(order.Domains.Select(domain => domain.Name), detail.GetProperty("domains").EnumerateObject().SelectMany(list => list.Value.EnumerateArray()).Select(name => name.GetString()!));
            Assert.Equal(detail.GetProperty("costs").GetProperty("total_cents").GetInt64(), detail.GetProperty("costs").GetProperty("line_items").EnumerateArray().Sum(line => line.GetProperty("amount_cents").GetInt64()));
            if (order.CostIsKnown) Assert.Equal((order.Id, order.Cents), (order.Id, detail.GetProperty("costs").GetProperty("total_cents").GetInt64()));
            Assert.Equal(order.Status == "completed" ? order.PeriodEnd(model.Now).ToString("s") + "Z" : "", Of(detail, "renews_at"));
        }

        string Row(object from) => from is OrderFact fact ? $"{fact.Id} {fact.User.Id} {fact.Email} {fact.Bundle?.Id} {fact.Status} {fact.Domains.Count} {fact.At:s}Z"
            : from is JsonElement row ? $"{Of(row, "id")} {Of(row, "user_id")} {Of(row, "email")} {Of(row, "bundle_id")} {Of(row, "status")} {Of(row, "domain_count")} {Of(row, "created_at")}" : "";
    }

    private async Task Jobs()
    {
        foreach (var job in model.Imports)
        {
            var row = await Get($"domains/import/{(job.IsJob ? "jobs/" : "")}{job.Id}");
            Assert.Equal((job.Id, job.Done ? "completed" : "in_progress"), (Of(row, "id"), Of(row, "status")));
            if (job.Done) Same(job.Names, row.GetProperty("nameserver_groups").EnumerateArray().SelectMany(group => group.GetProperty("domains").EnumerateArray()).Select(name => name.GetString()!));
        }

        foreach (var job in model.Forwardings)
        {
            var row = await Get($"domains/forwarding/{job.Id}");
            Assert.Equal((job.Url, job.Done ? "completed" : "in_progress", "0"), (Of(row, "forwarding_url"), Of(row, "status"), Of(row, "failed_count")));
            if (job.Done) Same(job.Domains.Select(domain => domain.Name), row.GetProperty("completed").EnumerateArray().Select(name => name.GetString()!));
        }
    }

    private async Task Swaps()
    {
        Same(model.Swaps.Select(Row), (await walk.All("swaps", size)).Select(row => Row(row)));
        Same(model.Swaps.Where(swap => swap.Done).Select(Row), (await walk.All("swaps?status=completed", size)).Select(row => Row(row)));
        foreach (var swap in model.Swaps) Assert.Equal(Row(swap), Row(await Get($"swaps/{swap.Id}")));

        string Row(object from) => from is SwapFact fact ? $"{fact.Id} {fact.Type} {fact.New?.Name} {(fact.Done ? "completed" : "created")}"
            : from is JsonElement row ? $"{Of(row, "id")} {Of(row, "type")} {Of(row, "replacement_domain")} {Of(row, "status")}" : "";
    }

    private async Task<JsonElement> Get(string path) => (await lab.Get(path)).Is(HttpStatusCode.OK).Data;

    private static string Of(JsonElement row, params string[] names)
    {
        foreach (var name in names)
        {
            if (!row.TryGetProperty(name, out row)) return "";
        }

        return row.ToString();
    }

    private static void Same(IEnumerable<string> expected, IEnumerable<string> actual) => Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
}
