using System.Net;

namespace Peeker.Sandbox.Tests;

/// <summary>The calls of the quickstart page, with what the page says comes back: the same members, in the same order.</summary>
public sealed class QuickstartPageTests
{
    private const string BundleShape =
        "{data{id,name,monthly_sending_volume,google_percent,microsoft_percent,send_on_weekends,google_inboxes_per_domain,effective{google_percent,microsoft_percent},required_domains{google,microsoft,total},status,created_at}}";

    [Fact]
    public async Task A_bundle_is_created_as_on_the_page()
    {
        await using var lab = await Lab.StartAsync(new() { Time = new ManualClock() });
        var answer = await lab.Post("bundles", """
            {
              "name": "Starter - 25k emails/month",
              "monthly_sending_volume": 25000,
              "send_on_weekends": false,
              "google_inboxes_per_domain": 2
            }
            """);
        Assert.Equal(BundleShape, answer.Is(HttpStatusCode.Created).Shape);
        Assert.Equal(
            $$"""{"id":"{{answer.Id}}","name":"Starter - 25k emails/month","monthly_sending_volume":25000,"google_percent":null,"microsoft_percent":null,"send_on_weekends":false,"google_inboxes_per_domain":2,"effective":{"google_percent":50,"microsoft_percent":50},"required_domains":{"google":15,"microsoft":4,"total":19},"status":"active","created_at":"2026-05-08T12:00:00Z"}""",
            answer.Data.GetRawText());
        Assert.Matches("^bun_[0-9A-HJKMNP-TV-Z]{24}$", answer.Id);
        Assert.Equal(new DateTimeOffset(2026, 5, 8, 12, 0, 0, TimeSpan.Zero), answer.Message.Headers.Date);
    }

    [Fact]
    public async Task Domains_are_checked_as_on_the_page()
    {
        await using var lab = await Lab.StartAsync();
        var answer = await lab.Post("domains/availability", """{ "domains": [ "acme-mail.com", "team-google-only.com" ] }""");
        Assert.Equal("{data{domains[{domain,available,price_cents,renewal_price_cents,currency,usable_for[]}]}}", answer.Is(HttpStatusCode.OK).Shape);
        Assert.Equal(
            """[{"domain":"acme-mail.com","available":true,"price_cents":1300,"renewal_price_cents":1500,"currency":"usd","usable_for":["google","microsoft"]},{"domain":"team-google-only.com","available":true,"price_cents":1300,"renewal_price_cents":1500,"currency":"usd","usable_for":["google"]}]""",
            answer.Data.GetProperty("domains").GetRawText());
    }

    [Fact]
    public async Task The_pages_order_has_too_few_domains_for_the_pages_bundle()
    {
        await using var lab = await Lab.StartAsync();
        var bundle = await lab.Post("bundles", """{"name":"Starter","monthly_sending_volume":25000}""");
        var answer = await lab.Post("orders", Lab.Order($"\"bundle_id\":\"{bundle.Id}\"", "acme-mail.com", "team-acme.com"));
        answer.Refuses(400, "domain_count_mismatch", "domains");
        Assert.Equal("""{"required_count":19,"submitted_count":2,"missing_count":17}""", answer.Details.GetRawText());
    }

    [Fact]
    public async Task The_pages_order_is_taken_for_a_bundle_of_two_domains()
    {
        await using var lab = await Lab.StartAsync();
        var bundle = await lab.BundleForTwo();
        var answer = await lab.Post("orders", Lab.Order($"\"bundle_id\":\"{bundle}\"", "acme-mail.com", "team-acme.com"));
        Assert.Equal("{data{id,user_id,email,bundle_id,status,domain_count,costs{total_cents,currency},created_at}}", answer.Is(HttpStatusCode.OK).Shape);
        Assert.Equal(("alex@acme.com", bundle, "in_progress", 2), (
            answer.Data.GetProperty("email").GetString(), answer.Data.GetProperty("bundle_id").GetString(),
            answer.Data.GetProperty("status").GetString(), answer.Data.GetProperty("domain_count").GetInt32()));
    }

    [Fact]
    public async Task The_key_tells_whose_it_is()
    {
        await using var lab = await Lab.StartAsync();
        var answer = await lab.Get("me");
        Assert.Equal("{data{api_key{environment,permission_preset},partner{id,name}}}", answer.Is(HttpStatusCode.OK).Shape);
        Assert.Equal("""{"environment":"test","permission_preset":"full"}""", answer.Data.GetProperty("api_key").GetRawText());
    }
}
