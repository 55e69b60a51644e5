using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

public sealed class UserListTests
{
    [Fact]
    public async Task Users_are_listed_by_address_and_status()
    {
        await using var lab = await Steps.AtNoon();
        var (alex, sam) = (await Create(lab, "alex@acme.com"), await Create(lab, "sam@acme.com"));
        (await lab.Delete($"users/{alex}")).Is(HttpStatusCode.OK);
        Assert.Equal([sam, alex], await lab.Rows("users"));
        Assert.Equal([sam], await lab.Rows("users?status=active"));
        Assert.Equal([alex], await lab.Rows("users?status=deleted"));
        Assert.Equal([alex], await lab.Rows("users?email=Alex@ACME.com"));
        Assert.Empty(await lab.Rows("users?email=alex@acme.com&status=active"));
    }

    [Fact]
    public async Task The_address_of_a_deleted_user_is_free_again()
    {
        await using var lab = await Steps.AtNoon();
        var first = await Create(lab, "alex@acme.com");
        (await lab.Delete($"users/{first}")).Is(HttpStatusCode.OK);
        var second = await Create(lab, "alex@acme.com");
        Assert.NotEqual(first, second);
        var order = await lab.Place("\"google_licenses\":2", "one-acme.com");
        Assert.Equal([order], await lab.Rows($"orders?user_id={second}"));
        (await lab.Post("orders", Lab.Order("\"google_licenses\":2", "two-acme.com").Replace("alex@acme.com", first, StringComparison.Ordinal))).Refuses(404, "not_found", "user");
    }

    [Fact]
    public async Task A_changed_address_frees_the_old_one()
    {
        await using var lab = await Steps.AtNoon();
        var alex = await Create(lab, "alex@acme.com");
        (await lab.Patch($"users/{alex}", """{"email":"ALEX@acme.com"}""")).Is(HttpStatusCode.OK);
        (await lab.Patch($"users/{alex}", """{"email":"alex@team.com"}""")).Is(HttpStatusCode.OK);
        Assert.NotEqual(alex, await Create(lab, "alex@acme.com"));
    }

    [Theory]
    [InlineData("366903", "366903")]
    [InlineData("null", "null")]
    [InlineData("\"\"", "\"\"")]
    public async Task A_client_id_is_a_number_or_nothing(string sent, string kept)
    {
        await using var lab = await Steps.AtNoon();
        var user = await lab.Post("users", $$$"""{"email":"a@acme.com","sequencer":{"provider":"smartlead","client_id":{{{sent}}}}}""");
        Assert.Equal(kept, user.Is(HttpStatusCode.Created).Data.GetProperty("sequencer").GetProperty("client_id").GetRawText());
    }

    private static async Task<string> Create(Lab lab, string email) =>
        (await lab.Post("users", $$$"""{"email":"{{{email}}}","sequencer":{"provider":"smartlead"}}""")).Is(HttpStatusCode.Created).Id;
}
