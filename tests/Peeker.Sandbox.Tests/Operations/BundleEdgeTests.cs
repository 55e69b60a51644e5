using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

public sealed class BundleEdgeTests
{
    [Theory]
    [InlineData("\"google_percent\":-1,\"microsoft_percent\":101", "google_percent")]
    [InlineData("\"google_percent\":101,\"microsoft_percent\":-1", "google_percent")]
    [InlineData("\"google_percent\":50,\"microsoft_percent\":-1", "microsoft_percent")]
    [InlineData("\"google_percent\":50,\"microsoft_percent\":101", "microsoft_percent")]
    [InlineData("\"google_percent\":49,\"microsoft_percent\":50", "google_percent")]
    [InlineData("\"google_percent\":50,\"microsoft_percent\":51", "google_percent")]
    [InlineData("\"google_percent\":50,\"microsoft_percent\":50", null)]
    [InlineData("\"google_percent\":0,\"microsoft_percent\":100", null)]
    [InlineData("\"google_percent\":100,\"microsoft_percent\":0", null)]
    [InlineData("\"google_percent\":null,\"microsoft_percent\":null", null)]
    [InlineData("\"google_percent\":null,\"microsoft_percent\":100", "google_percent")]
    [InlineData("\"google_inboxes_per_domain\":1", "google_inboxes_per_domain")]
    [InlineData("\"google_inboxes_per_domain\":2", null)]
    [InlineData("\"google_inboxes_per_domain\":3", null)]
    [InlineData("\"google_inboxes_per_domain\":4", "google_inboxes_per_domain")]
    [InlineData("\"google_inboxes_per_domain\":null", "google_inboxes_per_domain")]
    [InlineData("\"monthly_sending_volume\":0", "monthly_sending_volume")]
    [InlineData("\"monthly_sending_volume\":1", null)]
    [InlineData("\"monthly_sending_volume\":9223372036854775807", null)]
    [InlineData("\"send_on_weekends\":1", "send_on_weekends")]
    public async Task An_update_keeps_the_limits_of_a_creation(string change, string? field)
    {
        await using var lab = await Steps.AtNoon();
        var volume = change.Contains("volume", StringComparison.Ordinal) ? "" : "\"monthly_sending_volume\":1,";
        var id = await lab.BundleForTwo();
        foreach (var answer in new[] { await lab.Post("bundles", $$"""{"name":"a",{{volume}}{{change}}}"""), await lab.Patch($"bundles/{id}", $$"""{{{change}}}""") })
        {
            if (field is null) Assert.InRange(answer.Status, 200, 201);
            else answer.Refuses(400, "invalid_request", field);
        }
    }

    [Fact]
    public async Task A_refused_update_changes_nothing()
    {
        await using var lab = await Steps.AtNoon();
        var id = await lab.BundleForTwo();
        var before = (await lab.Get($"bundles/{id}")).Data.GetRawText();
        (await lab.Patch($"bundles/{id}", """{"name":"b","google_percent":60,"microsoft_percent":50}""")).Refuses(400, "invalid_request", "google_percent");
        Assert.Equal(before, (await lab.Get($"bundles/{id}")).Data.GetRawText());
    }

    [Fact]
    public async Task Bundles_are_listed_by_their_status()
    {
        await using var lab = await Steps.AtNoon();
        var (kept, used) = (await lab.BundleForTwo(), await lab.BundleForTwo());
        await lab.Place($"\"bundle_id\":\"{used}\"", "one-acme.com", "two-acme.com");
        Assert.Equal("archived", (await lab.Delete($"bundles/{used}")).Is(HttpStatusCode.OK).Text("status"));
        Assert.Equal([used, kept], await lab.Rows("bundles"));
        Assert.Equal([kept], await lab.Rows("bundles?status=active"));
        Assert.Equal([used], await lab.Rows("bundles?status=archived"));
    }
}
