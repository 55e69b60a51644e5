using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>What happens when two things happen to one domain.</summary>
public sealed class EntanglementTests
{
    [Theory]
    [InlineData("jobbed.com")]
    [InlineData("import-waits.com")]
    public async Task A_name_that_is_being_imported_cannot_be_bought(string name)
    {
        await using var lab = await Steps.AtNoon();
        (await lab.Post("domains/import/jobs", $$"""{"domains":["{{name}}"]}""")).Is(HttpStatusCode.Accepted);
        var row = (await lab.Post("domains/availability", $$"""{"domains":["{{name}}"]}""")).Data.GetProperty("domains")[0];
        Assert.Equal("taken", row.GetProperty("reason").GetString());
        (await lab.Post("orders", Lab.Order("\"google_licenses\":2", name))).Refuses(400, "invalid_request", "domains[0]");
        await lab.Pass(TimeSpan.FromHours(2));
        var order = (await lab.Post("orders", Lab.Order("\"google_licenses\":2", name))).Is(HttpStatusCode.OK);
        Assert.Equal(name, (await lab.Get($"orders/{order.Id}")).Data.GetProperty("domains").GetProperty("imported")[0].GetString());
    }

    [Fact]
    public async Task Two_imports_of_a_waiting_name_tell_of_one_domain()
    {
        await using var lab = await Steps.AtNoon();
        for (var time = 0; time < 2; time++) await lab.Post("domains/import", """{"domains":["import-waits.com"]}""");
        var told = lab.Sandbox.Webhooks.Events.OfType<DomainActionRequired>().Select(made => made.Data.Id).Distinct();
        await lab.Pass(TimeSpan.FromHours(1));
        Assert.Equal(Assert.Single(told), await lab.IdOf("import-waits.com"));
    }

    [Fact]
    public async Task A_replacement_stands_in_the_list_of_its_own_origin()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Post("domains/import", """{"domains":["owned.com"]}""");
        var order = await lab.Complete("\"google_licenses\":2", "bought.com");
        await Swap(lab, "standard", "bought.com", "owned.com");
        await lab.Pass(Steps.Done);
        Assert.Equal("owned.com", (await lab.Get($"orders/{order}")).Data.GetProperty("domains").GetProperty("imported")[0].GetString());
        await Swap(lab, "standard", "owned.com", "fresh.com");
        await lab.Pass(Steps.Done);
        Assert.Equal("fresh.com", (await lab.Get($"orders/{order}")).Data.GetProperty("domains").GetProperty("registered")[0].GetString());
    }

    [Fact]
    public async Task A_waiting_swap_fails_when_its_domain_leaves_the_order()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"google_licenses\":4", "one.com", "two.com");
        var swap = await Swap(lab, "standard", "one.com", "z-taken.com");
        await lab.Pass(Steps.Done);
        Assert.Equal("action_required", await lab.Status($"swaps/{swap.Id}"));
        (await lab.Post($"orders/{order}/cancel", """{"domains":["one.com"]}""")).Is(HttpStatusCode.OK);
        await lab.Pass(31);
        Assert.Equal("failed", await lab.Status($"swaps/{swap.Id}"));
        Assert.Contains("swap.failed", lab.Told("swap."));
    }

    [Fact]
    public async Task What_a_cancelled_order_kept_warm_is_free_and_stays_on_the_next_order()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"microsoft_licenses\":5", "a.com", "b.com", "c.com", "d.com", "e.com");
        await lab.Pass(25);
        await Swap(lab, "premium", "a.com", "new.com");
        await lab.Pass(Steps.Done);
        await lab.Post($"orders/{order}/cancel", null);
        await lab.Pass(6);
        Assert.Contains("a.com", await lab.Rows("domains?category=inventory", "domain"));
        await lab.Complete("\"google_licenses\":2", "a.com");
        await lab.Pass(14);
        Assert.Equal(["a.com"], await lab.Rows("domains?category=connected", "domain"));
    }

    [Fact]
    public async Task What_leaves_its_order_while_it_is_redirected_does_not_take_the_redirect_along()
    {
        var half = TimeSpan.FromSeconds(0.5);
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"google_licenses\":6", "free.com", "ordered.com", "stays.com");
        (await lab.Post($"orders/{order}/cancel", """{"domains":["free.com","ordered.com"]}""")).Is(HttpStatusCode.OK);
        await lab.Pass(Lab.Noon.AddDays(30) - half - lab.Sandbox.Clock.UtcNow);
        var job = (await lab.Post("domains/forwarding", """{"domains":["free.com","ordered.com","stays.com"],"forwarding_url":"https://late.acme.com"}""")).Is(HttpStatusCode.Accepted);
        await lab.Pass(half);
        await lab.Place("\"google_licenses\":2", "ordered.com");
        await lab.Pass(half);
        Assert.Equal("completed", await lab.Status($"domains/forwarding/{job.Id}"));
        var urls = (await lab.Get("domains")).Data.EnumerateArray().ToDictionary(row => row.GetProperty("domain").GetString()!, row => row.TryGetProperty("forwarding_url", out var url) ? url.GetString() : null);
        Assert.Equal([null, "https://acme.com", "https://late.acme.com"], new[] { "free.com", "ordered.com", "stays.com" }.Select(name => urls[name]));
    }

    [Fact]
    public async Task Orders_are_found_by_the_address_of_then_and_of_now()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Place("\"google_licenses\":2", "one.com");
        var user = (await lab.Get($"orders/{order}")).Text("user_id");
        await lab.Patch($"users/{user}", """{"email":"new@acme.com"}""");
        foreach (var address in new[] { "new@acme.com", "alex@acme.com" }) Assert.Equal([order], await lab.Rows($"orders?user_email={address}"));
        Assert.Empty(await lab.Rows("orders?user_email=other@acme.com"));
    }

    [Fact]
    public async Task An_address_may_begin_like_an_id()
    {
        await using var lab = await Steps.AtNoon();
        var body = Lab.Order("\"google_licenses\":2", "one.com").Replace("alex@acme.com", "usr_bob@acme.com", StringComparison.Ordinal);
        Assert.Equal("usr_bob@acme.com", (await lab.Post("orders", body)).Is(HttpStatusCode.OK).Text("email"));
    }

    private static async Task<Answer> Swap(Lab lab, string type, string domain, string replacement) =>
        (await lab.Post("swaps", $$"""{"type":"{{type}}","domain_id":"{{await lab.IdOf(domain)}}","replacement_domain":"{{replacement}}"}""")).Is(HttpStatusCode.Created);
}
