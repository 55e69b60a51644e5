using System.Text.Json;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Planning;

/// <summary>openapi/vectors/bundle-plan.json: what a volume needs, in every language.</summary>
public class BundlePlanVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("bundle-plan.json");

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_plan_is_what_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var (input, expected) = (vector.GetProperty("input"), vector.GetProperty("expect"));
        var options = new BundlePlanOptions
        {
            GooglePercent = Number(input, "google_percent"),
            MicrosoftPercent = Number(input, "microsoft_percent"),
            SendOnWeekends = input.TryGetProperty("send_on_weekends", out var weekends) && weekends.GetBoolean(),
            GoogleInboxesPerDomain = Number(input, "google_inboxes_per_domain") ?? 2,
            MicrosoftSendsPerDomain = Number(input, "microsoft_sends_per_domain") ?? SendingCapacity.MicrosoftSendsPerDomain,
        };
        if (expected.TryGetProperty("refused", out var member))
        {
            Assert.StartsWith(member.GetString(), Assert.ThrowsAny<ArgumentException>(() => BundlePlan.For(input.GetProperty("monthly_sending_volume").GetInt64(), options)).Message, StringComparison.Ordinal);
            return;
        }

        if (input.TryGetProperty("google_domains", out var google))
        {
            Assert.Equal(expected.GetProperty("monthly_sending_volume").GetInt64(), BundlePlan.VolumeOf(google.GetInt32(), input.GetProperty("microsoft_domains").GetInt32(), options));
            return;
        }

        var plan = BundlePlan.For(input.GetProperty("monthly_sending_volume").GetInt64(), options);
        Assert.Equal(
            (long[])[plan.GooglePercent, plan.MicrosoftPercent, plan.GoogleDomains, plan.MicrosoftDomains, plan.GoogleLicenses, plan.MicrosoftLicenses, plan.SendsPerDay],
            expected.EnumerateObject().Select(figure => figure.Value.GetInt64()));
    }

    private static int? Number(JsonElement parent, string member) => parent.TryGetProperty(member, out var value) ? value.GetInt32() : null;
}
