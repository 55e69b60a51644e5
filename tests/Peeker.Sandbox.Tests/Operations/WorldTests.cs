using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>Test and live keys open two worlds.</summary>
public sealed class WorldTests
{
    [Theory]
    [InlineData("test", "full")]
    [InlineData("test", "limited")]
    [InlineData("test", "read")]
    [InlineData("live", "full")]
    [InlineData("live", "limited")]
    [InlineData("live", "read")]
    public async Task A_key_says_what_it_opens(string environment, string preset)
    {
        await using var lab = await Steps.AtNoon();
        var key = lab.Sandbox.Keys.Create(new(environment), new(preset));
        Assert.StartsWith($"pk_{environment}_", key, StringComparison.Ordinal);
        lab.Http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Equal($$"""{"environment":"{{environment}}","permission_preset":"{{preset}}"}""", (await lab.Get("me")).Data.GetProperty("api_key").GetRawText());
    }

    [Theory]
    [InlineData("Bundles_Get")]
    [InlineData("Bundles_Delete")]
    [InlineData("Users_Update")]
    [InlineData("Domains_FindImport")]
    [InlineData("Domains_GetImport")]
    [InlineData("Domains_GetForwarding")]
    [InlineData("Domains_SetForwarding")]
    [InlineData("Orders_Create")]
    [InlineData("Orders_Get")]
    [InlineData("Orders_Cancel")]
    [InlineData("Swaps_Create")]
    [InlineData("Swaps_Get")]
    public async Task What_is_in_one_is_not_found_in_the_other(string operationId)
    {
        await using var scene = await Scene.StartAsync();
        scene.Lab.Http.DefaultRequestHeaders.Authorization = new("Bearer", scene.Lab.Sandbox.Keys.Create(KeyEnvironment.Live));
        Assert.Equal((404, "not_found"), await scene.Call(operationId) is var answer ? (answer.Status, answer.Code) : default);
    }

    [Fact]
    public async Task Lists_addresses_domains_and_replays_are_kept_apart()
    {
        await using var lab = await Steps.AtNoon();
        var body = Lab.Order("\"google_licenses\":2", "one-acme.com");
        var test = (await lab.Post("orders", body)).Is(HttpStatusCode.OK);
        lab.Http.DefaultRequestHeaders.Authorization = new("Bearer", lab.Sandbox.Keys.Create(KeyEnvironment.Live));
        foreach (var path in new[] { "orders", "users", "domains", "bundles", "swaps", "orders/pending" }) Assert.Empty(await lab.Rows(path));
        var live = (await lab.Post("orders", body)).Is(HttpStatusCode.OK);
        Assert.NotEqual(test.Id, live.Id);
        Assert.NotEqual(test.Text("user_id"), live.Text("user_id"));
        Assert.Equal([live.Id], await lab.Rows("orders"));
    }

    [Fact]
    public async Task Two_keys_of_one_world_see_the_same()
    {
        await using var lab = await Steps.AtNoon();
        var bundle = await lab.BundleForTwo();
        lab.Http.DefaultRequestHeaders.Authorization = new("Bearer", lab.Sandbox.Keys.Create(KeyEnvironment.Test, PermissionPreset.Read));
        Assert.Equal([bundle], await lab.Rows("bundles"));
    }
}
