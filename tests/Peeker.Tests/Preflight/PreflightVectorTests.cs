using System.Text.Json;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Preflight;

/// <summary>openapi/vectors/preflight.json: what is wrong with an order, in every language.</summary>
public class PreflightVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("preflight.json");

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_order_breaks_the_rules_that_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var (order, expected) = (vector.GetProperty("input").GetProperty("order"), vector.GetProperty("expect"));
        var report = OrderPreflight.Check(order, ContextOf(vector));
        Assert.Equal(expected.GetProperty("violations").EnumerateArray().Select(Told), report.Violations.Select(Told));
        Assert.Equal(expected.GetProperty("not_checked").EnumerateArray().Select(rule => $"{rule[0].GetString()}: {rule[1].GetString()}"), report.NotChecked.Select(rule => $"{Snake(rule.Rule)}: {Snake(rule.Missing)}"));
        Assert.Equal(report.Violations.Count == 0, report.IsGood);
        Assert.All(report.Violations, violation => Assert.True(violation.Message.Length > 10 && violation.Remedy.Length > 10));
    }

    [Fact]
    public void Every_rule_is_broken_by_a_vector()
    {
        var broken = All.SelectMany(vector => vector.GetProperty("expect").GetProperty("violations").EnumerateArray()).Select(violation => violation.GetProperty("rule").GetString()).ToHashSet();
        Assert.Equal([Snake(PreflightRule.DomainFree)], Enum.GetValues<PreflightRule>().Select(rule => Snake(rule)).Except(broken));
    }

    internal static OrderContext? ContextOf(JsonElement vector) =>
        vector.GetProperty("input").TryGetProperty("context", out var context) ? Context(context, vector.GetProperty("input").GetProperty("order")) : null;

    private static OrderContext Context(JsonElement context, JsonElement order) => new()
    {
        Bundle = context.TryGetProperty("bundle", out var bundle) ? PreflightSample.BundleOf(
            order.TryGetProperty("bundle_id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString()! : "bun_1",
            bundle.GetProperty("google_domains").GetInt32(), bundle.GetProperty("microsoft_domains").GetInt32(), new(bundle.GetProperty("status").GetString()!)) : null,
        Rows = context.TryGetProperty("rows", out var rows) ? rows.Deserialize<AvailabilityRow[]>() : null,
        OwnDomains = context.TryGetProperty("own_domains", out var own) ? own.Deserialize<string[]>() : null,
        SwitchedOff = context.TryGetProperty("switched_off", out var off) ? [.. off.EnumerateArray().Select(rule => Enum.GetValues<PreflightRule>().Single(one => Snake(one) == rule.GetString()))] : [],
    };

    private static string Told(JsonElement violation) =>
        $"{violation.GetProperty("rule").GetString()}: {violation.GetProperty("code").GetString()} at {violation.GetProperty("field").GetString()}"
        + (violation.TryGetProperty("required_count", out var required) ? $" {required.GetInt32()} {violation.GetProperty("submitted_count").GetInt32()} {violation.GetProperty("missing_count").GetInt32()}" : "");

    private static string Told(PreflightViolation violation) =>
        $"{Snake(violation.Rule)}: {violation.Code.Value} at {violation.Field}"
        + (violation.RequiredCount is { } required ? $" {required} {violation.SubmittedCount} {violation.MissingCount}" : "");

    private static string Snake(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
