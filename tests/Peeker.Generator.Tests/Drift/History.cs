namespace Peeker.Generator.Tests.Drift;

/// <summary>Changes that the published documentation went through, each undone by an edit of a page.</summary>
internal static class History
{
    /// <param name="Row">What changed.</param>
    /// <param name="New">Text of the page, once in it after <paramref name="After"/>.</param>
    /// <param name="Old">What stood there before.</param>
    /// <param name="Findings">Kind, operation, what the page says; the line is that of the edit plus <c>Down</c>.</param>
    internal sealed record Change(string Row, string Page, string After, string New, string Old, params (string Kind, string? Operation, string Docs, int Down)[] Findings);

    public static readonly Change[] Shown =
    [
        new("base address", "bundles.md", "Make a bundle", "ai/partner/v1", "ai/api/partner/v1", ("base-url", null, "https://api.peeker.ai/api/partner/v1/bundles", 0)),
        new("customer of an order: object", "orders.md", "--data '", "\"user\": \"alex@acme.com\"", "\"user\": { \"email\": \"alex@acme.com\", \"first_name\": \"Alex\" }", ("wrong-type", "POST /orders", "user: object", 0)),
        new("customer of an order: other name", "orders.md", "--data '", "\"user\": \"alex@acme.com\"", "\"user_id\": \"usr_01HZX0C6…\"", ("renamed-member", "POST /orders", "user_id", 0)),
        new("people of an order: example", "orders.md", "--data '", "\"personas\":", "\"users\":", ("renamed-member", "POST /orders", "users", 0)),
        new("people of an order: list", "orders.md", "takes these", "**`personas`**", "**`users`**", ("unknown-member", "POST /orders", "users", 0)),
        new("people of an order: picture", "orders.md", "--data '", ",\n          \"profile_picture_url\": \"\"", "", ("missing-member", "POST /orders", "no personas[0].profile_picture_url", -2)),
        new("inboxes for each domain on custom orders", "orders.md", "Body of", "| `google_inboxes_per_domain` | integer | no |\n", "", ("missing-member", "POST /orders", "no google_inboxes_per_domain", -6)),
        new("receipt of an order", "orders.md", "Answer of", "| `renews_at` | string |\n", "", ("missing-member", "POST /orders", "no renews_at", -9)),
        new("limit of availability", "domains.md", "", "up to 50 domains per call", "up to 25 domains per call", ("limit", "POST /domains/availability", "domains: 25", 0)),
        new("prices of availability", "domains.md", "Rows of", "| `price_cents` | integer |\n| `renewal_price_cents` | integer |\n", "", ("missing-member", "POST /domains/availability", "no price_cents", -4), ("missing-member", "POST /domains/availability", "no renewal_price_cents", -4)),
        new("answer of an import", "domains.md", "Bring your own\"", "```json 200 OK", "```json 202 Accepted", ("status", "POST /domains/import", "202", 0)),
        new("limit of an import", "domains.md", "", "at most 25 domains per request", "any number of domains", ("limit", "POST /domains/import", "domains: any number", 0)),
        new("path of many imports", "domains.md", "Bring many", "/domains/import/jobs\"", "/domains/import/bulk\"", ("unknown-path", null, "POST /domains/import/bulk", 0)),
        new("bundle: price", "bundles.md", "201 Created", "\"google_percent\": null,", "\"customer_price_cents\": 9900, \"google_percent\": null,", ("unknown-member", "POST /bundles", "data.customer_price_cents", 0)),
        new("bundle: weekends", "bundles.md", "201 Created", "    \"send_on_weekends\": false,\n", "", ("missing-member", "POST /bundles", "no data.send_on_weekends", -6)),
        new("bundle: domains", "bundles.md", "201 Created", "\"required_domains\": {\n          \"google\": 15,\n          \"microsoft\": 4,\n          \"total\": 19\n        },", "", ("missing-member", "POST /bundles", "no data.required_domains", -12)),
        new("bundle: percents", "bundles.md", "Body of", "| `google_percent` | integer or null |", "| `google_percent` | number or null |", ("wrong-type", "POST /bundles", "google_percent: null, number", 0)),
        new("cancelling: body", "orders.md", "Cancel some of it", "\"domains\": [\n", "\"scope\": \"order\", \"domains\": [\n", ("unknown-member", "POST /orders/{id}/cancel", "scope", 0)),
        new("cancelling: answer", "orders.md", "Cancel some of it", "\"cancels_at\":", "\"domain_count\": 2, \"cancelled_at\":", ("unknown-member", "POST /orders/{id}/cancel", "data.domain_count", 0), ("renamed-member", "POST /orders/{id}/cancel", "data.cancelled_at", 0)),
        new("pending actions", "webhooks.md", "An order that waits", "\"status\": \"action_required\",", "\"status\": \"action_required\", \"pending_actions\": [],", ("unknown-member", "order.action_required", "data.pending_actions", 0)),
        new("data of an event: example", "webhooks.md", "A bought order", "\"id\": \"ord_01HZX0OR…\",\n    \"status\": \"completed\",\n    \"domain_count\": 2", "\"order\": { \"id\": \"ord_01HZX0OR…\", \"status\": \"completed\", \"domain_count\": 2 },\n    ...", ("unknown-member", "order.completed", "data.order", 0)),
        new("data of an event: text", "webhooks.md", "", "`data.status`", "`data.order.status`", ("unknown-member", null, "data.order.status", 0)),
        new("timeout of a delivery", "webhooks.md", "", "within 15 seconds", "within 10 seconds", ("limit", null, "within 10 seconds", 0)),
        new("environment of an event", "webhooks.md", "", "`environment` of the key", "`data.api_key.environment` of the event", ("unknown-member", null, "data.api_key.environment", 0)),
        new("limit of forwarding", "domains.md", "", "At most 25 domains per call, by id", "Any number of domains per call, by id", ("limit", "POST /domains/forwarding", "domains: Any number", 0)),
        new("people of a swap of names", "swaps.md", "Swap the names", "\"personas\":", "\"users\":", ("renamed-member", "POST /swaps/user_names", "users", 0)),
        new("picture of a swap of names", "swaps.md", "People of", "| `profile_picture_url` | string or null | yes |", "| `profile_picture_url` | string or null | no |", ("required", "POST /swaps/user_names", "profile_picture_url optional", 0)),
        new("client of a customer", "users.md", "Route of", "integer, null or `\"\"`", "integer", ("wrong-type", "POST /users", "sequencer.client_id: integer", 0)),
    ];

    /// <summary>What cannot be seen on a page by a machine, and why.</summary>
    public static readonly (string Row, string Reason)[] LeftOut =
    [
        ("reasons of availability", "the specification keeps stale and premium, as assumptions from an older page"),
        ("first step of an import", "the order of steps is wording"),
        ("when an import job is completed", "the value is the same; only its sense changed"),
        ("first status of a swap", "both values are in the enum of the member"),
        ("premium swaps", "quota and pause are wording and not in the specification"),
        ("rate limit of busy imports", "one more reason for the same answer, in an open string"),
    ];
}
