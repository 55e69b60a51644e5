using System.Net;

namespace Peeker.Sandbox.Tests;

public sealed class BundleTests
{
    [Theory]
    [InlineData("""{}""", "name")]
    [InlineData("""{"monthly_sending_volume":"x"}""", "name")]
    [InlineData("""{"name":null,"monthly_sending_volume":1}""", "name")]
    [InlineData("""{"name":"a"}""", "monthly_sending_volume")]
    [InlineData("""{"name":"a","monthly_sending_volume":1.5}""", "monthly_sending_volume")]
    [InlineData("""{"name":"a","monthly_sending_volume":"25000"}""", "monthly_sending_volume")]
    [InlineData("""{"name":"a","monthly_sending_volume":99999999999999999999}""", "monthly_sending_volume")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"google_percent":2147483648}""", "google_percent")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"google_percent":50}""", "microsoft_percent")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"microsoft_percent":50}""", "google_percent")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"google_percent":60,"microsoft_percent":30}""", "google_percent")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"google_percent":-10,"microsoft_percent":110}""", "google_percent")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"google_percent":2147483647,"microsoft_percent":2147483647}""", "google_percent")]
    [InlineData("""{"name":"a","monthly_sending_volume":0}""", "monthly_sending_volume")]
    [InlineData("""{"name":"a","monthly_sending_volume":-5}""", "monthly_sending_volume")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"send_on_weekends":"no"}""", "send_on_weekends")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"google_inboxes_per_domain":1}""", "google_inboxes_per_domain")]
    [InlineData("""{"name":"a","monthly_sending_volume":1,"google_inboxes_per_domain":4}""", "google_inboxes_per_domain")]
    public async Task A_wrong_member_is_named(string body, string field)
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("bundles", body)).Refuses(400, "invalid_request", field);
    }

    [Theory]
    [InlineData(25_000, null, false, 2, 15, 4)]
    [InlineData(100_000, 70, false, 2, 80, 10)]
    [InlineData(100_000, 70, true, 2, 59, 7)]
    [InlineData(100_000, 70, false, 3, 54, 10)]
    [InlineData(1_760, 100, false, 2, 2, 0)]
    [InlineData(1_761, 100, false, 2, 3, 0)]
    [InlineData(3_300, 0, false, 2, 0, 1)]
    [InlineData(3_301, 0, false, 2, 0, 2)]
    public async Task Domains_needed(long volume, int? google, bool weekends, int inboxes, int googleDomains, int microsoftDomains)
    {
        await using var lab = await Lab.StartAsync();
        var split = google is null ? "" : $",\"google_percent\":{google},\"microsoft_percent\":{100 - google}";
        var answer = await lab.Post("bundles", $$"""{"name":"a","monthly_sending_volume":{{volume}},"send_on_weekends":{{(weekends ? "true" : "false")}},"google_inboxes_per_domain":{{inboxes}}{{split}}}""");
        Assert.Equal(
            $$"""{"google":{{googleDomains}},"microsoft":{{microsoftDomains}},"total":{{googleDomains + microsoftDomains}}}""",
            answer.Is(HttpStatusCode.Created).Data.GetProperty("required_domains").GetRawText());
    }

    [Fact]
    public async Task An_update_changes_what_is_sent_and_two_nulls_bring_the_recommended_split_back()
    {
        await using var lab = await Lab.StartAsync();
        var id = await lab.BundleForTwo();
        var resized = await lab.Patch($"bundles/{id}", """{"monthly_sending_volume":100000,"google_percent":70,"microsoft_percent":30}""");
        Assert.Equal(("Two", 80), (resized.Is(HttpStatusCode.OK).Data.GetProperty("name").GetString(), resized.Data.GetProperty("required_domains").GetProperty("google").GetInt32()));
        (await lab.Patch($"bundles/{id}", """{"google_percent":null}""")).Refuses(400, "invalid_request", "google_percent");
        var untouched = await lab.Patch($"bundles/{id}", "{}");
        Assert.Equal(70, untouched.Data.GetProperty("google_percent").GetInt32());
        var reset = await lab.Patch($"bundles/{id}", """{"google_percent":null,"microsoft_percent":null}""");
        Assert.Equal("""{"google_percent":50,"microsoft_percent":50}""", reset.Data.GetProperty("effective").GetRawText());
        Assert.Equal(reset.Data.GetRawText(), (await lab.Get($"bundles/{id}")).Data.GetRawText());
    }

    [Fact]
    public async Task A_bundle_never_ordered_is_deleted_and_one_in_use_is_archived()
    {
        await using var lab = await Lab.StartAsync();
        var unused = await lab.BundleForTwo();
        var used = await lab.BundleForTwo();
        (await lab.Post("orders", Lab.Order($"\"bundle_id\":\"{used}\"", "acme-mail.com", "team-acme.com"))).Is(HttpStatusCode.OK);
        Assert.Equal($$"""{"id":"{{unused}}","status":"deleted"}""", (await lab.Delete($"bundles/{unused}")).Is(HttpStatusCode.OK).Data.GetRawText());
        (await lab.Get($"bundles/{unused}")).Refuses(404, "not_found", null);
        Assert.Equal("archived", (await lab.Delete($"bundles/{used}")).Is(HttpStatusCode.OK).Data.GetProperty("status").GetString());
        Assert.Equal("archived", (await lab.Get($"bundles/{used}")).Data.GetProperty("status").GetString());
        Assert.Equal([used], (await lab.Get("bundles?status=archived")).Data.EnumerateArray().Select(row => row.GetProperty("id").GetString()));
        Assert.Empty((await lab.Get("bundles?status=active")).Data.EnumerateArray());
    }
}
