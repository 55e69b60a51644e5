using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Properties;

internal sealed partial class Walk
{
    private string FreshName(int number) => number % 4 == 0 ? $"google-only-{model.Names++}.com" : $"fresh-{model.Names++}.com";

    // Some new names and, at times, one that is in the account already.
    private List<string> NamesToImport(Step step)
    {
        var names = Enumerable.Range(0, 1 + (step.A % 3)).Select(index => FreshName(step.B + index)).ToList();
        if (step.B % 3 == 0 && Pick(model.Domains, step.A) is { } known) names.Add(known.Name);
        return names;
    }

    private async Task Import(Step step)
    {
        var names = NamesToImport(step);
        var answer = (await Post("domains/import", new { domains = names })).Is(HttpStatusCode.OK);
        Assert.Equal("completed", Text(answer.Data, "status"));
        foreach (var name in names) model.DomainNamed(name);
        model.Imports.Add(new(answer.Id, [.. names], IsJob: false) { Done = true });
    }

    private async Task StartImportJob(Step step)
    {
        var earlier = Pick(model.Imports.FindAll(job => job.IsJob), step.A);
        // The same set in another order and spelling is the same job.
        if (earlier is not null && step.B % 3 == 0)
        {
            var again = await Post("domains/import/jobs", new { domains = earlier.Names.Select(name => name.ToUpperInvariant()).Reverse().Append(earlier.Names.First() + ".") });
            Assert.Equal((earlier.Id, earlier.Done ? "completed" : "in_progress"), (again.Is(HttpStatusCode.Accepted).Id, Text(again.Data, "status")));
            return;
        }

        var names = NamesToImport(step);
        var answer = (await Post("domains/import/jobs", new { domains = names })).Is(HttpStatusCode.Accepted);
        Assert.Equal("in_progress", Text(answer.Data, "status"));
        var job = new ImportFact(answer.Id, [.. names], IsJob: true);
        model.Imports.Add(job);
        model.At(model.Now + Background, () =>
        {
            job.Done = true;
            foreach (var name in names) model.DomainNamed(name);
        });
    }

    private async Task CheckAvailability(Step step)
    {
        List<string> names = [$"fresh-{model.Names}.com", $"google-only-{model.Names}.com", "mail.acme.com", .. Pick(model.Domains, step.A) is { } known ? new[] { known.Name } : []];
        var rows = (await Post("domains/availability", new { domains = names })).Is(HttpStatusCode.OK).Data.GetProperty("domains").EnumerateArray().ToList();
        Assert.Equal(names, rows.Select(row => Text(row, "domain")));
        Assert.Equal([true, true, false, .. names.Skip(3).Select(_ => false)], rows.Select(row => row.GetProperty("available").GetBoolean()));
        Assert.Equal(["google", "microsoft", "google"], rows.Take(2).SelectMany(row => row.GetProperty("usable_for").EnumerateArray()).Select(value => value.GetString()));
        Assert.Equal([null, null, "invalid", .. names.Skip(3).Select(_ => "taken")], rows.Select(row => Text(row, "reason")));
        Assert.All(rows.Take(2), row => Assert.Equal((1300, "usd"), (row.GetProperty("price_cents").GetInt32(), Text(row, "currency"))));
    }

    private async Task SetForwarding(Step step)
    {
        var domains = model.Domains.Where(domain => domain.Order is { Status: "completed" } && !domain.IsReserved).Skip(step.A % 3).Take(1 + (step.B % 3)).ToHashSet();
        if (domains.Count == 0) return;
        var url = $"https://acme.com/{step.B}";
        var ids = (await All("domains")).ToDictionary(row => Text(row, "domain")!, row => Text(row, "id")!);
        var texts = domains.Select((domain, index) => index % 2 == 0 ? domain.Name : ids[domain.Name]).Append(domains.First().Name);
        var answer = (await Post("domains/forwarding", new { domains = texts, forwarding_url = url })).Is(HttpStatusCode.Accepted);
        Assert.Equal("in_progress", Text(answer.Data, "status"));
        var job = new ForwardingFact(answer.Id, domains, url);
        model.Forwardings.Add(job);
        var orders = domains.ToDictionary(domain => domain, domain => domain.Order);
        model.At(model.Now + Background, () =>
        {
            job.Done = true;
            // What has left its order meanwhile redirects nowhere.
            foreach (var domain in domains.Where(domain => domain.Order == orders[domain])) domain.Url = url;
        });
    }

    /// <summary>Every row of a list, page by page.</summary>
    public async Task<List<JsonElement>> All(string path, int size = 100)
    {
        var rows = new List<JsonElement>();
        var next = $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={size}";
        while (next is not null)
        {
            var page = (await lab.Get(next)).Is(HttpStatusCode.OK);
            rows.AddRange(page.Data.EnumerateArray());
            Assert.Equal(page.Data.GetArrayLength(), page.Body.GetProperty("meta").GetProperty("returned").GetInt32());
            next = page.Body.GetProperty("links").GetProperty("next").GetString();
        }

        return rows;
    }
}
