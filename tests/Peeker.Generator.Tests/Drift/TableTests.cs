namespace Peeker.Generator.Tests.Drift;

/// <summary>Tables of events and errors in their forms, and statuses in words.</summary>
public sealed class TableTests
{
    [Theory]
    [InlineData("order.delayed")]
    [InlineData("inbox.created")]
    [InlineData("domain.swap.completed")]
    public void An_event_of_a_table_is_one_whatever_its_family(string name)
    {
        var found = Assert.Single(Check($"# Webhooks\n\n| Event | When |\n| --- | --- |\n| `order.completed` | done |\n| `{name}` | x |\n"));
        Assert.Equal(("unknown-event", 6, name), (found.Kind, found.Line, found.Docs));
    }

    [Theory]
    [InlineData("| Code | Status |", "| `{0}` | {1} |")]
    [InlineData("| Code | Status |", "| {0} | {1} |")]
    [InlineData("| Status | Code |", "| {1} | `{0}` |")]
    [InlineData("| Error | HTTP |", "| `{0}` | {1} |")]
    [InlineData("| HTTP status code | Error code |", "| {1} | **{0}** |")]
    public void A_table_of_errors_may_have_any_order_and_heading(string header, string row)
    {
        string Row(string code, int status) => string.Format(System.Globalization.CultureInfo.InvariantCulture, row, code, status);
        var found = Check($"# Errors\n\n{header}\n| --- | --- |\n{Row("not_found", 404)}\n{Row("invalid_request", 422)}\n{Row("brand_new_code", 409)}\n");
        Assert.Equal([("status", 6), ("error-code", 7)], found.Select(f => (f.Kind, f.Line)));
    }

    [Theory]
    [InlineData("Returns 204 with no body.")]
    [InlineData("Response: `204 No Content`.")]
    public void A_status_in_words_belongs_to_the_operation_of_the_heading(string text)
    {
        var found = Assert.Single(Check($"# Page\n\n## `DELETE /bundles/{{id}}`\n\n{text}\n"));
        Assert.Equal(("status", 5, "204"), (found.Kind, found.Line, found.Docs));
    }

    private static IReadOnlyList<Peeker.Generator.Drift.DriftFinding> Check(string page) => Pages.Check("page.md", page);
}
