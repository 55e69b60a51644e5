using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>Requests that break two rules: the check that comes first is the answer.</summary>
public sealed class CheckOrderTests
{
    private const string NoShape = """{"bundle_id":"bun_1","google_licenses":2""";

    [Fact]
    public async Task Size_path_key_limit_preset_id_content_type_JSON_fields_rules()
    {
        await using var lab = await Lab.StartAsync(new() { FrozenAt = Lab.Noon, RateLimit = 1 }, overThePort: false);
        var read = lab.Sandbox.Keys.Create(KeyEnvironment.Test, PermissionPreset.Read);
        Assert.Equal(413, (await Patch("nowhere", null, new string(' ', (1 << 20) + 1))).Status);
        Assert.Equal(404, (await Patch("nowhere", null, "{")).Status);
        Assert.Equal(401, (await Patch("bundles/x", null, "{")).Status);
        Assert.Equal(403, (await Patch("bundles/x", read, "{")).Status);
        Assert.Equal(429, (await Patch("bundles/x", read, "{")).Status);
        (await Patch("bundles/x", NewKey(), "{", "text/plain")).Refuses(400, "invalid_request", "id");
        (await Patch("bundles/bun_1", NewKey(), "{", "text/plain")).Refuses(415, "invalid_request", null);
        (await Patch("bundles/bun_1", NewKey(), "{")).Refuses(400, "invalid_request", null);
        (await Patch("bundles/bun_1", NewKey(), """{"send_on_weekends":1,"monthly_sending_volume":0}""")).Refuses(400, "invalid_request", "monthly_sending_volume");
        (await Patch("bundles/bun_1", NewKey(), """{"google_percent":1}""")).Refuses(404, "not_found", null);

        string NewKey() => lab.Sandbox.Keys.Create(KeyEnvironment.Test);

        Task<Answer> Patch(string path, string? key, string body, string type = "application/json")
        {
            lab.Http.DefaultRequestHeaders.Authorization = key is null ? null : new("Bearer", key);
            return lab.Send(new(HttpMethod.Patch, path) { Content = new StringContent(body, Encoding.UTF8, type) });
        }
    }

    [Theory]
    [InlineData(NoShape, "invalid_request", null)]
    [InlineData(NoShape + "}", "order_shape_conflict", null)]
    [InlineData("""{"bundle_id":"bun_1","google_inboxes_per_domain":9,"user":1}""", "order_shape_conflict", null)]
    [InlineData("""{"personas":[],"domains":[],"user":1}""", "invalid_request", "bundle_id")]
    [InlineData("""{"google_licenses":-1,"user":1}""", "invalid_request", "user")]
    public async Task An_orders_JSON_then_its_shape_then_its_fields(string body, string code, string? field)
    {
        await using var lab = await Steps.AtNoon();
        (await lab.Post("orders", body)).Refuses(400, code, field);
    }

    [Theory]
    [InlineData("user", "microsoft_licenses", "user")]
    [InlineData("microsoft_licenses", "sequencer", "microsoft_licenses")]
    [InlineData("sequencer", "forwarding_url", "sequencer")]
    [InlineData("forwarding_url", "domains", "forwarding_url")]
    [InlineData("domains", "personas", "domains")]
    public async Task An_orders_fields_in_the_order_of_the_specification(string one, string two, string field)
    {
        await using var lab = await Steps.AtNoon();
        var order = JsonNode.Parse(Lab.Order("\"google_licenses\":2", "taken.com", "taken.com"))!.AsObject();
        (order[two], order[one]) = (false, false);
        (await lab.Post("orders", order.ToJsonString())).Refuses(400, "invalid_request", field);
    }

    [Theory]
    [InlineData("\"microsoft_licenses\":1,\"google_licenses\":2", "google-only.com", "domain_count_mismatch", "domains")]
    [InlineData("\"microsoft_licenses\":2", "google-only.com taken.com", "invalid_request", "domains")]
    [InlineData("\"google_licenses\":6", "good.com taken.com mail.acme.com", "invalid_request", "domains[1]")]
    [InlineData("\"google_licenses\":6", "good.com mail.acme.com taken.com", "invalid_request", "domains[1]")]
    [InlineData("\"google_licenses\":0", "taken.com", "invalid_request", "google_licenses")]
    public async Task An_orders_counts_then_its_Microsoft_domains_then_each_domain(string shape, string domains, string code, string field)
    {
        await using var lab = await Steps.AtNoon();
        (await lab.Post("orders", Lab.Order(shape, domains.Split(' ')))).Refuses(400, code, field);
        Assert.Empty(await lab.Rows("domains"));
        Assert.Empty(await lab.Rows("users"));
    }

    [Theory]
    [InlineData("""{"name":1,"monthly_sending_volume":0}""", "name")]
    [InlineData("""{"name":"a","monthly_sending_volume":0,"google_percent":101}""", "monthly_sending_volume")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"google_percent":60,"microsoft_percent":60,"google_inboxes_per_domain":4}""", "google_inboxes_per_domain")]
    public async Task A_bundles_fields_then_its_sum(string body, string field)
    {
        await using var lab = await Steps.AtNoon();
        (await lab.Post("bundles", body)).Refuses(400, "invalid_request", field);
    }

    [Fact]
    public async Task A_querys_parameters_in_the_order_of_the_specification()
    {
        await using var lab = await Steps.AtNoon();
        (await lab.Get("orders?per_page=0&status=x&bundle_id=x&user_email=x&user_id=x")).Refuses(400, "invalid_request", "user_id");
        (await lab.Get("orders?per_page=0&status=x")).Refuses(400, "invalid_request", "status");
        Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)(await lab.Get("orders?unknown=x")).Status);
    }
}
