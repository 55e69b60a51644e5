using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

public sealed class SwapTests
{
    [Fact]
    public async Task A_standard_swap_frees_the_old_domain_at_once()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"google_licenses\":2", "one.com");
        var swap = (await Swap(lab, "standard", "one.com", "new.com")).Is(HttpStatusCode.Created);
        Assert.Equal(("created", "new.com"), (swap.Text("status"), swap.Text("replacement_domain")));
        await lab.Pass(Steps.Done / 2);
        Assert.Equal("in_progress", await lab.Status($"swaps/{swap.Id}"));
        await lab.Pass(Steps.Done / 2);
        Assert.Equal("completed", await lab.Status($"swaps/{swap.Id}"));
        Assert.Equal(["one.com"], await lab.Rows("domains?category=inventory", "domain"));
        Assert.Equal(["new.com"], await lab.Rows("domains?category=connected&status=active", "domain"));
        Assert.Equal("new.com", (await lab.Get($"orders/{order}")).Data.GetProperty("domains").GetProperty("registered")[0].GetString());
        Assert.Equal(["swap.created", "swap.in_progress", "swap.completed"], lab.Told("swap."));
    }

    [Fact]
    public async Task A_premium_swap_keeps_the_old_domain_warm_for_14_days()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"microsoft_licenses\":5", "a.com", "b.com", "c.com", "d.com", "e.com");
        (await Swap(lab, "premium", "a.com", "new.com")).Is(HttpStatusCode.Created);
        await lab.Pass(Steps.Done + TimeSpan.FromDays(14) - Steps.Moment);
        Assert.Empty(await lab.Rows("domains?category=inventory"));
        await lab.Pass(Steps.Moment);
        Assert.Equal(["a.com"], await lab.Rows("domains?category=inventory", "domain"));
    }

    [Fact]
    public async Task Premium_swaps_are_a_share_of_the_Microsoft_licences_in_30_days()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"microsoft_licenses\":4", "a.com", "b.com", "c.com", "d.com");
        (await Swap(lab, "premium", "a.com", "new.com")).Refuses(400, "invalid_request", "type");
        await lab.Complete("\"microsoft_licenses\":1,\"google_licenses\":2", "e.com", "google-only.com");
        (await Swap(lab, "premium", "google-only.com", "new.com")).Refuses(400, "invalid_request", "type");
        (await Swap(lab, "premium", "a.com", "new.com")).Is(HttpStatusCode.Created);
        (await Swap(lab, "premium", "b.com", "other.com")).Refuses(400, "invalid_request", "type");
        await lab.Pass(TimeSpan.FromDays(30) - Steps.Done);
        (await Swap(lab, "premium", "b.com", "other.com")).Refuses(400, "invalid_request", "type");
        await lab.Pass(Steps.Done);
        (await Swap(lab, "premium", "b.com", "other.com")).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_place_is_swapped_at_premium_once_in_30_days()
    {
        await using var lab = await Lab.StartAsync(new() { FrozenAt = Lab.Noon, PremiumSwapPercent = 100 }, overThePort: false);
        await lab.Complete("\"microsoft_licenses\":5", "a.com", "b.com", "c.com", "d.com", "e.com");
        (await Swap(lab, "premium", "a.com", "new.com")).Is(HttpStatusCode.Created);
        await lab.Pass(TimeSpan.FromDays(30) - Steps.Moment);
        (await Swap(lab, "premium", "new.com", "other.com")).Refuses(400, "invalid_request", "domain_id");
        (await Swap(lab, "premium", "b.com", "other.com")).Is(HttpStatusCode.Created);
        await lab.Pass(Steps.Moment);
        (await Swap(lab, "premium", "new.com", "third.com")).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_taken_replacement_is_waited_for_until_it_is_imported()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"google_licenses\":2", "one.com");
        var swap = (await Swap(lab, "standard", "one.com", "taken.com")).Is(HttpStatusCode.Created);
        await lab.Pass(1);
        Assert.Equal("action_required", await lab.Status($"swaps/{swap.Id}"));
        Assert.Equal(swap.Id, (await Swap(lab, "standard", "one.com", "Taken.com")).Is(HttpStatusCode.Created).Id);
        (await Swap(lab, "standard", "one.com", "other.com")).Refuses(400, "invalid_request", "domain_id");
        await lab.Post("domains/import", """{"domains":["taken.com"]}""");
        Assert.Equal("in_progress", await lab.Status($"swaps/{swap.Id}"));
        await lab.Pass(Steps.Done);
        Assert.Equal(["taken.com"], await lab.Rows("domains?category=connected", "domain"));
        Assert.Equal(["swap.created", "swap.action_required", "swap.in_progress", "swap.completed"], lab.Told("swap."));
    }

    [Fact]
    public async Task A_swap_that_waits_does_not_follow_its_domain_to_another_order()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"google_licenses\":2", "one.com");
        var waits = (await Swap(lab, "standard", "one.com", "taken.com")).Is(HttpStatusCode.Created);
        await lab.Post($"orders/{order}/cancel", null);
        await lab.Pass(31);
        await lab.Complete("\"google_licenses\":3,\"google_inboxes_per_domain\":3", "one.com");
        Assert.NotEqual(waits.Id, (await Swap(lab, "standard", "one.com", "new.com")).Is(HttpStatusCode.Created).Id);
    }

    [Fact]
    public async Task A_swap_may_fail_and_changes_nothing()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"google_licenses\":2", "one.com");
        var swap = await Swap(lab, "standard", "one.com", "swap-fails.com");
        await lab.Pass(Steps.Done);
        Assert.Equal("failed", await lab.Status($"swaps/{swap.Id}"));
        Assert.Equal(["one.com"], await lab.Rows("domains?category=connected", "domain"));
        Assert.Equal("swap.failed", lab.Told()[^1]);
    }

    [Theory]
    [InlineData("", "swap.created swap.created swap.created swap.in_progress swap.in_progress swap.in_progress swap.completed swap.completed swap.completed")]
    [InlineData("https://unreachable.acme.com", "swap.created swap.created swap.created swap.action_required swap.action_required swap.action_required")]
    public async Task Names_are_changed_by_a_swap_for_each_inbox(string picture, string told)
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"google_licenses\":3,\"google_inboxes_per_domain\":3", "one.com");
        var domain = await lab.IdOf("one.com");
        var answer = await lab.Post("swaps/user_names", $$"""{"domain_id":"{{domain}}","personas":[{"first_name":"A","last_name":"B","profile_picture_url":"{{picture}}"}]}""");
        Assert.Equal(3, answer.Is(HttpStatusCode.Created).Data.GetProperty("swaps").GetArrayLength());
        await lab.Pass(TimeSpan.FromHours(1));
        Assert.Equal(told, string.Join(' ', lab.Told("swap.")));
        await lab.Pass(1);
        foreach (var filter in new[] { $"order_id={order}", $"domain_id={domain}", "status=completed", "" }) Assert.Equal(3, (await lab.Rows($"swaps?{filter}")).Count);
        foreach (var filter in new[] { "order_id=ord_1", "domain_id=dom_1", "status=failed", "user_id=usr_1" }) Assert.Empty(await lab.Rows($"swaps?{filter}"));
    }

    private static async Task<Answer> Swap(Lab lab, string type, string domain, string replacement) =>
        await lab.Post("swaps", $$"""{"type":"{{type}}","domain_id":"{{await lab.IdOf(domain)}}","replacement_domain":"{{replacement}}"}""");
}
