using static Peeker.Generator.Diff.ChangeClass;
using Class = Peeker.Generator.Diff.ChangeClass;

namespace Peeker.Generator.Tests.Diff;

/// <summary>Changes that the documentation went through, each undone in the specification, with what they ask of a caller.</summary>
internal static class History
{
    internal sealed record Row(string Name, Undoing[] Undo, params (Class Class, string Section, string Where)[] Expected);

    public static readonly Row[] Shown =
    [
        new("base address", [new("servers:", "ai/partner/v1", "ai/api/partner/v1")], (Additive, "Changed", "PeekerClientOptions.BaseAddress")),
        new("customer of an order: object",
            [new("    BundleOrder:", "user:\n          type: string\n", "user:\n          allOf: [ { $ref: '#/components/schemas/OrderUser' } ]\n"), new("    CustomOrder:", "    CustomOrder:\n", "    OrderUser:\n      type: object\n      properties:\n        email: { type: string }\n\n    CustomOrder:\n")],
            (Breaking, "Changed", "BundleOrder.User"), (Breaking, "Removed", "OrderUser")),
        new("customer of an order: other name", [new("    BundleOrder:", "        bundle_id:\n", "        user_id:\n          type: string\n        bundle_id:\n"), new("    BundleOrder:", "[user, bundle_id", "[bundle_id")],
            (Breaking, "Changed", "BundleOrder.User"), (Breaking, "Removed", "BundleOrder.UserId")),
        new("people of an order", [new("    BundleOrder:", "domains, personas]", "domains, users]"), new("    BundleOrder:", "        personas:", "        users:")],
            (Breaking, "Added", "BundleOrder.Personas"), (Breaking, "Removed", "BundleOrder.Users")),
        new("people of an order: picture", [new("    Persona:", "last_name, profile_picture_url]", "last_name]")], (Breaking, "Changed", "Persona.ProfilePictureUrl")),
        new("inboxes for each domain on custom orders", [new("    CustomOrder:", "        google_inboxes_per_domain:", "", "        sequencer:")], (Additive, "Added", "CustomOrder.GoogleInboxesPerDomain")),
        new("receipt of an order", [new("    OrderReceipt:", "        renews_at:", "", "        created_at:")], (Additive, "Added", "OrderReceipt.RenewsAt")),
        new("limit of availability", [new("    AvailabilityRequest:", "maxItems: 50", "maxItems: 25")], (Additive, "Changed", "AvailabilityRequest.Domains")),
        new("prices of availability", [new("    AvailabilityRow:", "        price_cents:", "", "        currency:")], (Additive, "Added", "AvailabilityRow.PriceCents"), (Additive, "Added", "AvailabilityRow.RenewalPriceCents")),
        new("when an import job is completed", [new("    ImportStatus:", "completed once nameservers are assigned", "completed once nameservers have propagated")], (Wording, "Changed", "ImportStatus")),
        new("answer of an import: status", [new("operationId: Domains_Import\n", "'200':", "'202':")], (Additive, "Changed", "Domains.ImportAsync"), (Wording, "Changed", "Domains.ImportAsync")),
        new("answer of an import: limit", [new("    ImportRequest:", "          maxItems: 25\n", "")], (Breaking, "Changed", "ImportRequest.Domains")),
        new("import jobs", [new("", "  /domains/import/jobs:", "", "  /domains:\n"), new("", "    ImportJobRequest:", "", "    ImportJob:\n")],
            (Additive, "Added", "Domains.GetImportJobAsync"), (Additive, "Added", "Domains.StartImportJobAsync"), (Additive, "Added", "ImportJobRequest")),
        new("bundle: price", [new("    Bundle:\n", "        google_percent:", "        customer_price_cents: { type: integer, format: int64 }\n        currency: { type: string }\n        google_percent:"), new("    BundleCreate:", "        google_percent:", "        customer_price_cents: { type: integer, format: int64 }\n        google_percent:")],
            (Breaking, "Removed", "Bundle.Currency"), (Breaking, "Removed", "Bundle.CustomerPriceCents"), (Breaking, "Removed", "BundleCreate.CustomerPriceCents")),
        new("bundle: percents", [new("    BundleCreate:", "google_percent:\n          type: integer\n          format: int32", "google_percent:\n          type: number")], (Breaking, "Changed", "BundleCreate.GooglePercent")),
        new("bundle: weekends", [new("    Bundle:\n", "        - send_on_weekends\n", ""), new("    Bundle:\n", "        send_on_weekends:", "", "        google_inboxes_per_domain:"), new("    BundleCreate:", "        send_on_weekends:", "", "        google_inboxes_per_domain:")],
            (Breaking, "Added", "Bundle.SendOnWeekends"), (Additive, "Added", "BundleCreate.SendOnWeekends")),
        new("bundle: inboxes for each domain", [new("    BundleCreate:", "        google_inboxes_per_domain:", "", "\n    BundleUpdate:"), new("    Bundle:\n", "        - google_inboxes_per_domain\n", ""), new("    Bundle:\n", "        google_inboxes_per_domain:", "", "        effective:")],
            (Breaking, "Added", "Bundle.GoogleInboxesPerDomain"), (Additive, "Added", "BundleCreate.GoogleInboxesPerDomain")),
        new("bundle: domains", [new("    Bundle:\n", "        - required_domains\n", ""), new("    Bundle:\n", "        required_domains:", "", "        status:"), new("    BundleDeletion:", "        required_domains:", "", "        status:"), new("", "    RequiredDomains:", "", "    BundleStatus:")],
            (Breaking, "Added", "Bundle.RequiredDomains"), (Additive, "Added", "BundleDeletion.RequiredDomains"), (Additive, "Added", "RequiredDomains")),
        new("cancelling: body", [new("operationId: Orders_Cancel", "required: false", "required: true"), new("    CancellationRequest:", "required: [domains]", "required: [scope]"), new("    CancellationRequest:", "        domains:", "        scope:\n          type: string\n", "\n    Cancellation:")],
            (Breaking, "Added", "CancellationRequest.Domains"), (Breaking, "Removed", "CancellationRequest.Scope"), (Additive, "Changed", "Orders.CancelAsync")),
        new("cancelling: answer", [new("operationId: Orders_Cancel", "x-result: Cancellation", "x-result: OrderDetail"), new("operationId: Orders_Cancel", "schemas/CancellationEnvelope", "schemas/OrderDetailEnvelope"), new("", "    Cancellation:", "", "    CancelledDomain:\n")],
            (Breaking, "Changed", "Orders.CancelAsync"), (Additive, "Added", "Cancellation"), (Wording, "Changed", "Orders.CancelAsync")),
        new("pending actions", [new("", "  /orders/pending:", "", "  /orders/{id}/cancel:"), new("    OrderDetail:", "        renews_at:", "        pending_actions:\n          type: array\n          items: { $ref: '#/components/schemas/PendingAction' }\n        renews_at:")],
            (Breaking, "Removed", "OrderDetail.PendingActions"), (Additive, "Added", "Orders.ListPendingActionsAsync")),
        new("data of an event", [new("    OrderCompleted:", "schemas/OrderDetail'", "schemas/OrderEventData'"), new("", "    OrderCompleted:\n", "    OrderEventData:\n      type: object\n      properties:\n        order:\n          allOf: [ { $ref: '#/components/schemas/OrderDetail' } ]\n\n    OrderCompleted:\n")],
            (Breaking, "Changed", "OrderCompleted.Data"), (Breaking, "Removed", "OrderEventData")),
        new("timeout of a delivery", [new("x-webhook-signature:", "seconds: 15", "seconds: 10")], (Additive, "Changed", "webhooks")),
        new("environment of an event", [new("    OrderDetail:", "        renews_at:", "        api_key:\n          allOf: [ { $ref: '#/components/schemas/MeApiKey' } ]\n        renews_at:")], (Breaking, "Removed", "OrderDetail.ApiKey")),
        new("limit of forwarding", [new("    ForwardingRequest:", "          maxItems: 25\n", "")], (Breaking, "Changed", "ForwardingRequest.Domains")),
        new("sample of forwarding", [new("operationId: Domains_SetForwarding", "                  created_at: '2026-05-08T12:00:00Z'\n", "")], (Wording, "Changed", "Domains.SetForwardingAsync")),
        new("first status of a swap", [new("operationId: Swaps_Create\n", "status: created", "status: in_progress")], (Wording, "Changed", "Swaps.CreateAsync")),
        new("people of a swap of names", [new("    UserNamesRequest:", "domain_id, personas]", "domain_id, users]"), new("    UserNamesRequest:", "        personas:", "        users:")],
            (Breaking, "Added", "UserNamesRequest.Personas"), (Breaking, "Removed", "UserNamesRequest.Users")),
        new("client of a customer", [new("    Sequencer:", "        client_id:", "        client_id:\n          type: integer\n          format: int64\n", "\n    SequencerProvider:")], (Breaking, "Changed", "Sequencer.ClientId")),
        new("rate limit of busy imports", [new("operationId: Domains_Import\n", "responses/ImportRateLimited", "responses/RateLimited")], (Wording, "Changed", "Domains.ImportAsync")),
    ];

    /// <summary>What the specification does not say, and why.</summary>
    public static readonly (string Row, string Reason)[] LeftOut =
    [
        ("reasons of availability", "the specification keeps stale and premium, as assumptions from an older page, so nothing was taken away"),
        ("first step of an import", "the order of steps is in the guides only"),
        ("premium swaps", "quota and pause are not in the specification"),
    ];
}
