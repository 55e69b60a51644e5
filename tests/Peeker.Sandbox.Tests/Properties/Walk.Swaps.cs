using System.Net;

namespace Peeker.Sandbox.Tests.Properties;

internal sealed partial class Walk
{
    private static readonly TimeSpan WarmPeriod = TimeSpan.FromDays(14);

    private async Task Swap(Step step)
    {
        if (Pick(model.Swappable, step.A) is not { } old) return;
        // One premium swap in a sequence is within any tier's share when all of it may be used.
        var premium = step.B % 2 == 0 && old.Provider == "microsoft" && !model.Swaps.Exists(swap => swap.Type == "premium");
        var free = model.FreeDomains.FirstOrDefault(domain => old.Provider == "google" || !domain.GoogleOnly);
        var replacement = step.B % 3 == 0 && free is not null ? free.Name : $"fresh-{model.Names++}.com";
        var id = (await All("domains")).Find(row => Text(row, "domain") == old.Name).GetProperty("id").GetString();
        var answer = (await Post("swaps", new { type = premium ? "premium" : "standard", domain_id = id, replacement_domain = replacement })).Is(HttpStatusCode.Created);
        Assert.Equal(("created", replacement, id), (Text(answer.Data, "status"), Text(answer.Data, "replacement_domain"), Text(answer.Data, "domain_id")));
        var arriving = model.DomainNamed(replacement);
        arriving.IsReserved = true;
        var swap = new SwapFact(answer.Id, premium ? "premium" : "standard", old.Order!, old, arriving);
        model.Swaps.Add(swap);
        model.At(model.Now + Background, () => Finish(swap));
    }

    private void Finish(SwapFact swap)
    {
        swap.Done = true;
        if (swap.New is not { } arriving) return;
        var (order, old) = (swap.Order, swap.Old);
        (arriving.Order, arriving.Provider, arriving.LeavesAt, arriving.IsReserved) = (order, old.Provider, old.LeavesAt, false);
        order.Domains[order.Domains.IndexOf(old)] = arriving;
        if (swap.Type == "premium")
        {
            order.Warm.Add(old);
            model.At(model.Now + WarmPeriod, () => order.Cool(old));
        }
        else
        {
            old.Release();
        }
    }

    private async Task ChangeUserNames(Step step)
    {
        if (Pick(model.Swappable.FindAll(domain => domain.Provider == "microsoft" || domain.Order!.IsEven), step.A) is not { } domain) return;
        var id = (await All("domains")).Find(row => Text(row, "domain") == domain.Name).GetProperty("id").GetString();
        var answer = (await Post("swaps/user_names", new { domain_id = id, personas = new[] { new { first_name = "Kim", last_name = "Ode", profile_picture_url = "" } } })).Is(HttpStatusCode.Created);
        var rows = answer.Data.GetProperty("swaps").EnumerateArray().ToList();
        // How many inboxes a Microsoft domain has is not documented; there is one at least.
        Assert.Equal(domain.Provider == "google" ? domain.Order!.InboxesPerDomain : Math.Max(1, rows.Count), rows.Count);
        foreach (var row in rows)
        {
            Assert.Equal((id, "user_names", "created", null), (Text(row, "domain_id"), Text(row, "type"), Text(row, "status"), Text(row, "replacement_domain")));
            var swap = new SwapFact(Text(row, "id")!, "user_names", domain.Order!, domain, null);
            model.Swaps.Add(swap);
            model.At(model.Now + Background, () => Finish(swap));
        }
    }
}
