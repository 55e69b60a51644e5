using System.Net;
using System.Text.Json.Nodes;

namespace Peeker.Sandbox.Tests;

/// <summary>The checks of an order in their order: shape, fields, counts, each domain. The first failure is the answer.</summary>
public sealed class OrderRefusalTests
{
    private const string TwoGoogleDomains = "\"google_licenses\":4";

    [Theory]
    [InlineData("\"bundle_id\":\"bun_1\",\"google_licenses\":2", "order_shape_conflict", null)]
    [InlineData("\"bundle_id\":\"bun_1\",\"microsoft_licenses\":2", "order_shape_conflict", null)]
    [InlineData("\"x\":1", "invalid_request", "bundle_id")]
    [InlineData("\"google_inboxes_per_domain\":2", "invalid_request", "bundle_id")]
    [InlineData("\"bundle_id\":\"ord_1\"", "invalid_request", "bundle_id")]
    [InlineData("\"google_licenses\":\"2\"", "invalid_request", "google_licenses")]
    [InlineData("\"google_licenses\":-2", "invalid_request", "google_licenses")]
    [InlineData("\"google_licenses\":4,\"microsoft_licenses\":-1", "invalid_request", "microsoft_licenses")]
    [InlineData("\"google_licenses\":0,\"microsoft_licenses\":0", "invalid_request", "google_licenses")]
    [InlineData("\"microsoft_licenses\":0", "invalid_request", "microsoft_licenses")]
    [InlineData("\"google_licenses\":2147483647,\"microsoft_licenses\":2147483647", "domain_count_mismatch", "domains")]
    [InlineData("\"google_licenses\":4,\"google_inboxes_per_domain\":4", "invalid_request", "google_inboxes_per_domain")]
    [InlineData("\"google_licenses\":2", "domain_count_mismatch", "domains")]
    [InlineData("\"google_licenses\":6", "domain_count_mismatch", "domains")]
    public async Task Shape_and_counts(string shape, string code, string? field)
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("orders", Lab.Order(shape, "acme-mail.com", "team-acme.com"))).Refuses(400, code, field);
    }

    [Theory]
    [InlineData("""{"user":5,"bundle_id":"bun_1","microsoft_licenses":2}""", "order_shape_conflict", null)]
    [InlineData("""{"user":"a@b.co","bundle_id":"bun_1"}""", "invalid_request", "sequencer")]
    [InlineData("""{"bundle_id":"bun_1","personas":7}""", "invalid_request", "user")]
    public async Task The_first_failure_wins(string body, string code, string? field)
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("orders", body)).Refuses(400, code, field);
    }

    [Theory]
    [InlineData("user", null, "user")]
    [InlineData("user", "5", "user")]
    [InlineData("user", "\"nobody\"", "user")]
    [InlineData("sequencer", null, "sequencer")]
    [InlineData("sequencer", """{"provider":"other","login_email":"a@b.co","login_password":"x"}""", "sequencer.provider")]
    [InlineData("sequencer", """{"provider":"smartlead","client_id":"7","login_email":"a@b.co","login_password":"x"}""", "sequencer.client_id")]
    [InlineData("sequencer", """{"provider":"smartlead","client_id":true,"login_email":"a@b.co","login_password":"x"}""", "sequencer.client_id")]
    [InlineData("sequencer", """{"provider":"smartlead","login_password":"x"}""", "sequencer.login_email")]
    [InlineData("sequencer", """{"provider":"smartlead","login_email":"a@b.co"}""", "sequencer.login_password")]
    [InlineData("sequencer", """{"provider":"smartlead","login_email":"a@b.co","login_password":""}""", "sequencer.login_password")]
    [InlineData("forwarding_url", "\"ftp://acme.com\"", "forwarding_url")]
    [InlineData("forwarding_url", "5", "forwarding_url")]
    [InlineData("domains", null, "domains")]
    [InlineData("domains", "[]", "domains")]
    [InlineData("domains", "[5]", "domains[0]")]
    [InlineData("domains", """["a.com",{}]""", "domains[1].domain")]
    [InlineData("domains", """["a.com",{"domain":"b.com","forwarding_url":5}]""", "domains[1].forwarding_url")]
    [InlineData("domains", """["a.com",{"domain":"b.com","forwarding_url":"mailto:x"}]""", "domains[1].forwarding_url")]
    [InlineData("domains", """["a.com",{"domain":"taken-name.com"}]""", "domains[1].domain")]
    [InlineData("personas", "[]", "personas")]
    [InlineData("personas", """[{"first_name":"A","last_name":"B","profile_picture_url":""},{"first_name":"A","last_name":"B"}]""", "personas[1].profile_picture_url")]
    [InlineData("personas", """[{"first_name":"A","last_name":"B","profile_picture_url":"somewhere"}]""", "personas[0].profile_picture_url")]
    [InlineData("personas", """[{"last_name":"B","profile_picture_url":""}]""", "personas[0].first_name")]
    public async Task A_wrong_member_is_named(string member, string? value, string field)
    {
        await using var lab = await Lab.StartAsync();
        var order = JsonNode.Parse(Lab.Order(TwoGoogleDomains, "acme-mail.com", "team-acme.com"))!.AsObject();
        if (value is null) order.Remove(member);
        else order[member] = JsonNode.Parse(value);
        (await lab.Post("orders", order.ToJsonString())).Refuses(400, "invalid_request", field);
    }

    [Fact]
    public async Task Ten_personas_are_taken_and_eleven_are_not()
    {
        await using var lab = await Lab.StartAsync();
        var order = JsonNode.Parse(Lab.Order(TwoGoogleDomains, "acme-mail.com", "team-acme.com"))!.AsObject();
        var personas = order["personas"]!.AsArray();
        while (personas.Count < 11) personas.Add(personas[0]!.DeepClone());
        (await lab.Post("orders", order.ToJsonString())).Refuses(400, "invalid_request", "personas");
        personas.RemoveAt(10);
        (await lab.Post("orders", order.ToJsonString())).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("acme-mail.com", "mail.acme.com", "domains[1]")]
    [InlineData("acme-mail.com", "nodots", "domains[1]")]
    [InlineData("acme-mail.com", "-.com", "domains[1]")]
    [InlineData("acme-mail.com", "ACME-mail.com.", "domains[1]")]
    [InlineData("taken-name.com", "acme-mail.com", "domains[0]")]
    [InlineData("acme-mail.com", "premium-name.com", "domains[1]")]
    [InlineData("acme-mail.com", "errored-name.com", "domains[1]")]
    public async Task Each_domains_state(string one, string two, string field)
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("orders", Lab.Order(TwoGoogleDomains, one, two))).Refuses(400, "invalid_request", field);
    }
}
