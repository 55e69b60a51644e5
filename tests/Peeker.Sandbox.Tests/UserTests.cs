using System.Net;

namespace Peeker.Sandbox.Tests;

public sealed class UserTests
{
    private const string Alex = """{"email":"alex@acme.com","sequencer":{"provider":"smartlead","client_id":366903},"first_name":"Alex","last_name":"Rivera"}""";

    [Fact]
    public async Task A_customer_is_created_found_changed_and_marked_deleted()
    {
        await using var lab = await Lab.StartAsync();
        var user = (await lab.Post("users", Alex)).Is(HttpStatusCode.Created);
        Assert.Equal("{data{id,email,first_name,last_name,status,sequencer{provider,client_id},created_at}}", user.Shape);
        Assert.Equal(user.Id, Assert.Single((await lab.Get("users?email=ALEX@acme.com&status=active")).Data.EnumerateArray()).GetProperty("id").GetString());
        var changed = (await lab.Patch($"users/{user.Id}", """{"sequencer":{"provider":"smartlead","client_id":null}}""")).Is(HttpStatusCode.OK);
        Assert.Equal(("Alex", """{"provider":"smartlead","client_id":null}"""), (changed.Data.GetProperty("first_name").GetString(), changed.Data.GetProperty("sequencer").GetRawText()));
        Assert.Equal("deleted", (await lab.Delete($"users/{user.Id}")).Is(HttpStatusCode.OK).Data.GetProperty("status").GetString());
        Assert.Equal("deleted", (await lab.Get($"users/{user.Id}")).Data.GetProperty("status").GetString());
        Assert.Empty((await lab.Get("users?status=active")).Data.EnumerateArray());
    }

    [Fact]
    public async Task An_address_belongs_to_one_customer()
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("users", Alex)).Is(HttpStatusCode.Created);
        (await lab.Post("users", Alex.Replace("alex@", "ALEX@", StringComparison.Ordinal))).Refuses(400, "invalid_request", "email");
        var sam = (await lab.Post("users", Alex.Replace("alex@", "sam@", StringComparison.Ordinal))).Is(HttpStatusCode.Created);
        (await lab.Patch($"users/{sam.Id}", """{"email":"alex@acme.com"}""")).Refuses(400, "invalid_request", "email");
    }

    [Fact]
    public async Task An_order_reuses_or_creates_the_customer()
    {
        await using var lab = await Lab.StartAsync();
        var user = await lab.Post("users", Alex);
        var byMail = await lab.Post("orders", Lab.Order("\"google_licenses\":2", "one-acme.com"));
        var byId = await lab.Post("orders", Lab.Order("\"google_licenses\":2", "two-acme.com").Replace("alex@acme.com", user.Id, StringComparison.Ordinal));
        var other = await lab.Post("orders", Lab.Order("\"google_licenses\":2", "three-acme.com").Replace("alex@", "new@", StringComparison.Ordinal));
        Assert.Equal([user.Id, user.Id], new[] { byMail, byId }.Select(order => order.Data.GetProperty("user_id").GetString()));
        var made = (await lab.Get($"users/{other.Data.GetProperty("user_id").GetString()}")).Is(HttpStatusCode.OK).Data;
        Assert.Equal(("new@acme.com", """{"provider":"smartlead","client_id":366903}"""), (made.GetProperty("email").GetString(), made.GetProperty("sequencer").GetRawText()));
    }
}
