using System.Text.Json;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Domains.Selection;

/// <summary>openapi/vectors/selection.json: which domains are picked, in every language.</summary>
public class SelectionVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("selection.json");

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_selection_is_what_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var (input, expected) = (vector.GetProperty("input"), vector.GetProperty("expect"));
        var rows = input.GetProperty("rows").Deserialize<AvailabilityRow[]>()!;
        var selection = DomainSelection.For(
            input.GetProperty("google_domains").GetInt32(), input.GetProperty("microsoft_domains").GetInt32(), rows,
            new() { Years = input.TryGetProperty("years", out var years) ? years.GetInt32() : 1, Currency = input.TryGetProperty("currency", out var currency) ? currency.GetString() : null });
        Assert.Equal(expected.GetProperty("picked").EnumerateArray().Select(picked => picked.GetString()), selection.Google.Concat(selection.Microsoft).Select(row => row.Domain).Order(StringComparer.Ordinal));
        Assert.Equal(
            (expected.GetProperty("total_cents").GetInt64(), expected.GetProperty("missing_google").GetInt32(), expected.GetProperty("missing_microsoft").GetInt32()),
            (selection.TotalCents, selection.MissingGoogle, selection.MissingMicrosoft));
        Assert.Equal(
            expected.GetProperty("left_out").EnumerateArray().Select(left => $"{left[0].GetString()}: {left[1].GetString()}"),
            selection.LeftOut.Select(left => $"{left.Row.Domain}: {JsonNamingPolicy.SnakeCaseLower.ConvertName(left.Reason.ToString())}"));
    }
}
