namespace Peeker.Generator.Tests.Drift;

/// <summary>Kinds of drift that the history has no example of.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("account.md", "| `forbidden` | 403 |", "| `forbidden` | 402 |", "status: forbidden with 402")]
    [InlineData("account.md", "| `not_found` |", "| `gone` |", "error-code: gone")]
    [InlineData("account.md", "`per_page` defaults to `25`", "`per_page` defaults to `20`", "default: per_page: 20")]
    [InlineData("account.md", "at most 100 rows per page", "at most 200 rows per page", "limit: per_page: 200")]
    [InlineData("account.md", "\"Authorization: Bearer pk", "\"Authorization: Basic pk", "header: another authorization", 1)]
    [InlineData("bundles.md", "(`send_on_weekends: false`)", "(`send_on_weekends: true`)", "default: send_on_weekends: true")]
    [InlineData("bundles.md", "returns 201", "returns 200", "status: 200")]
    [InlineData("bundles.md", "?status=active", "?state=active", "unknown-member: ?state")]
    [InlineData("bundles.md", "?status=active", "?status=deleted", "wrong-value: status: \"deleted\"")]
    [InlineData("bundles.md", "| `archived` | Kept", "| `resting` | Kept", "wrong-value: status: resting")]
    [InlineData("bundles.md", "integer | no | 2 |", "integer | no | 3 |", "default: google_inboxes_per_domain: 3")]
    [InlineData("orders.md", "up to 10 people", "up to 20 people", "limit: personas: 20")]
    [InlineData("orders.md", "?status=in_progress", "?status=running", "wrong-value: status: \"running\"")]
    [InlineData("swaps.md", "enum: [standard, premium, user_names]", "enum: [standard, premium, names]", "wrong-value: data.type: names", 2)]
    [InlineData("swaps.md", "type: [string, 'null']", "type: string", "wrong-type: data.replacement_domain: string", 1)]
    [InlineData("webhooks.md", "| `swap.created` |", "| `swap.accepted` |", "unknown-event: swap.accepted")]
    [InlineData("webhooks.md", "5 deliveries", "3 deliveries", "limit: 3 deliveries")]
    [InlineData("webhooks.md", "→  order.completed", "→  order.done", "unknown-event: order.done")]
    public void One_edit_gives_one_finding(string page, string now, string then, string finding, int up = 0)
    {
        var text = Pages.Text(page);
        var at = text.IndexOf(now, StringComparison.Ordinal);
        Assert.True(at >= 0);
        var found = Assert.Single(Pages.Check(page, string.Concat(text.AsSpan(0, at), then, text.AsSpan(at + now.Length))));
        Assert.Equal((finding, text.AsSpan(0, at).Count('\n') + 1 - up), ($"{found.Kind}: {found.Docs}", found.Line));
    }
}
