using System.Net;

namespace Peeker.Sandbox.Tests;

public sealed class OrderTests
{
    private const string TwoGoogleDomains = "\"google_licenses\":4";

    [Fact]
    public async Task Too_few_domains_for_Microsoft()
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("orders", Lab.Order("\"microsoft_licenses\":1,\"google_licenses\":2", "one-google-only.com", "two-google-only.com"))).Refuses(400, "invalid_request", "domains");
        var mixed = await lab.Post("orders", Lab.Order("\"microsoft_licenses\":1,\"google_licenses\":2", "acme-mail.com", "two-google-only.com"));
        mixed.Is(HttpStatusCode.OK);
        var rows = (await lab.Get("domains?category=connected")).Data.EnumerateArray().ToDictionary(row => row.GetProperty("domain").GetString()!, row => row.GetProperty("provider").GetString());
        Assert.Equal(("microsoft", "google"), (rows["acme-mail.com"], rows["two-google-only.com"]));
    }

    [Fact]
    public async Task A_domain_is_on_one_order_only()
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("orders", Lab.Order(TwoGoogleDomains, "acme-mail.com", "team-acme.com"))).Is(HttpStatusCode.OK);
        (await lab.Post("orders", Lab.Order(TwoGoogleDomains, "other-acme.com", "acme-mail.com"))).Refuses(400, "invalid_request", "domains[1]");
        var row = (await lab.Post("domains/availability", """{"domains":["Acme-Mail.com"]}""")).Data.GetProperty("domains")[0];
        Assert.Equal("taken", row.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task The_same_bytes_within_a_day_are_the_same_order()
    {
        var clock = new ManualClock();
        await using var lab = await Lab.StartAsync(new() { Time = clock });
        var body = Lab.Order(TwoGoogleDomains, "acme-mail.com", "team-acme.com");
        var first = (await lab.Post("orders", body)).Is(HttpStatusCode.OK);
        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Id, (await lab.Post("orders", body)).Is(HttpStatusCode.OK).Id);
        Assert.Equal(1, (await lab.Get("orders")).Data.GetArrayLength());
        (await lab.Post("orders", body + " ")).Refuses(400, "invalid_request", "domains[0]");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await lab.Post("orders", body)).Refuses(400, "invalid_request", "domains[0]");
    }

    [Fact]
    public async Task A_refused_body_is_not_remembered_and_an_imported_name_need_not_be_for_sale()
    {
        await using var lab = await Lab.StartAsync();
        var body = Lab.Order(TwoGoogleDomains, "taken-name.com", "team-acme.com");
        (await lab.Post("orders", body)).Refuses(400, "invalid_request", "domains[0]");
        (await lab.Post("domains/import", """{"domains":["taken-name.com"]}""")).Is(HttpStatusCode.OK);
        (await lab.Post("orders", body)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_hundred_equal_bodies_at_once_make_one_order()
    {
        await using var lab = await Lab.StartAsync();
        var body = Lab.Order(TwoGoogleDomains, "acme-mail.com", "team-acme.com");
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => lab.Post("orders", body)));
        Assert.Single(answers.Select(answer => answer.Is(HttpStatusCode.OK).Id).Distinct());
        Assert.Equal(1, (await lab.Get("orders")).Data.GetArrayLength());
        Assert.Equal(1, (await lab.Get("users")).Data.GetArrayLength());
    }

    [Fact]
    public async Task An_order_completes_on_the_clock_and_can_be_found()
    {
        var clock = new ManualClock();
        await using var lab = await Lab.StartAsync(new() { Time = clock, CompletionDelay = TimeSpan.FromSeconds(5) });
        (await lab.Post("domains/import", """{"domains":["team-acme.com"]}""")).Is(HttpStatusCode.OK);
        var order = await lab.Post("orders", Lab.Order(TwoGoogleDomains, "acme-mail.com", "team-acme.com"));
        Assert.Equal("in_progress", (await lab.Get($"orders/{order.Id}")).Data.GetProperty("status").GetString());
        clock.Advance(TimeSpan.FromSeconds(5));
        var detail = (await lab.Get($"orders/{order.Id}")).Data;
        Assert.Equal("completed", detail.GetProperty("status").GetString());
        Assert.Equal("""{"registered":["acme-mail.com"],"imported":["team-acme.com"]}""", detail.GetProperty("domains").GetRawText());
        Assert.Equal(
            """[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":""},{"first_name":"Sam","last_name":"Lee","profile_picture_url":null}]""",
            detail.GetProperty("personas").GetRawText());
        Assert.Equal(
            detail.GetProperty("costs").GetProperty("total_cents").GetInt64(),
            detail.GetProperty("costs").GetProperty("line_items").EnumerateArray().Sum(line => line.GetProperty("amount_cents").GetInt64()));
        var user = order.Data.GetProperty("user_id").GetString();
        foreach (var filter in new[] { $"user_id={user}", "user_email=ALEX@acme.com", "status=completed" })
            Assert.Equal(order.Id, Assert.Single((await lab.Get($"orders?{filter}")).Data.EnumerateArray()).GetProperty("id").GetString());
        foreach (var filter in new[] { "user_id=usr_1", "user_email=sam@acme.com", "status=in_progress", "bundle_id=bun_1" })
            Assert.Empty((await lab.Get($"orders?{filter}")).Data.EnumerateArray());
    }

    [Theory]
    [InlineData("\"bundle_id\":\"bun_1\"", "alex@acme.com")]
    [InlineData(TwoGoogleDomains, "usr_1")]
    public async Task An_unknown_bundle_or_user_is_not_found(string shape, string user)
    {
        await using var lab = await Lab.StartAsync();
        var answer = await lab.Post("orders", Lab.Order(shape, "acme-mail.com", "team-acme.com").Replace("alex@acme.com", user, StringComparison.Ordinal));
        Assert.Equal((404, "not_found"), (answer.Status, answer.Code));
    }
}
