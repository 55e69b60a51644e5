using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

public sealed class InventoryTests
{
    [Theory]
    [InlineData("", "late.com google-only.com two.com one.com")]
    [InlineData("category=inventory", "google-only.com")]
    [InlineData("category=connected", "late.com two.com one.com")]
    [InlineData("status=active", "two.com one.com")]
    [InlineData("status=available", "late.com google-only.com")]
    [InlineData("usable_for=google", "late.com google-only.com two.com one.com")]
    [InlineData("usable_for=microsoft", "late.com two.com one.com")]
    [InlineData("user_email=ALEX@acme.com", "two.com one.com")]
    [InlineData("user_email=sam@acme.com&status=available", "late.com")]
    [InlineData("user_email=nobody@acme.com", "")]
    [InlineData("user_id=usr_1", "")]
    [InlineData("user_id=<alex>", "two.com one.com")]
    public async Task Domains_are_listed_by(string filter, string names)
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"google_licenses\":2,\"microsoft_licenses\":1", "one.com", "two.com");
        (await lab.Post("domains/import", """{"domains":["google-only.com"]}""")).Is(HttpStatusCode.OK);
        (await lab.Post("orders", Lab.Order("\"google_licenses\":2", "late.com").Replace("alex@", "sam@", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        var alex = Assert.Single(await lab.Rows("users?email=alex@acme.com"));
        Assert.Equal(names, string.Join(' ', await lab.Rows("domains?" + filter.Replace("<alex>", alex, StringComparison.Ordinal), "domain")));
    }

    [Fact]
    public async Task An_imported_domain_keeps_its_id_on_an_order_and_after()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Post("domains/import", """{"domains":["one-acme.com"]}""");
        var id = await lab.IdOf("one-acme.com");
        var order = await lab.Complete("\"google_licenses\":2", "one-acme.com");
        Assert.Equal([id], await lab.Rows("domains?category=connected"));
        await lab.Post($"orders/{order}/cancel", null);
        await lab.Pass(30);
        Assert.Equal([id], await lab.Rows("domains?category=inventory"));
        Assert.Equal("{id,domain,category,status,usable_for[],created_at}", Answer.ShapeOf((await lab.Get("domains")).Data[0]));
    }
}
