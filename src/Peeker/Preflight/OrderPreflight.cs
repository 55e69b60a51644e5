using System.Text.Json;
using Peeker.Json;
using Peeker.Preflight;

namespace Peeker;

/// <summary>
/// Holds an order against every rule that the docs state, before anything is sent, and finds all violations at once. Rules that need a fact that is not there are
/// reported as not checked. Described in docs/preflight.md.
/// </summary>
public static class OrderPreflight
{
    // What makes an order a custom one.
    private static readonly string[] LicenseMembers = ["google_licenses", "microsoft_licenses", "google_inboxes_per_domain"];

    /// <summary>Checks an order as it would be sent.</summary>
    /// <param name="order">The order.</param>
    /// <param name="context">What the caller knows beside it; nothing if not given.</param>
    /// <exception cref="ArgumentException">The bundle of the context is not the bundle of the order.</exception>
    public static PreflightReport Check(OrderRequest order, OrderContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(order);
        using var body = JsonDocument.Parse(WireJson.Write(order));
        return Check(body.RootElement, context);
    }

    /// <summary>Checks a body of <c>POST /orders</c>, wherever it comes from.</summary>
    /// <inheritdoc cref="Check(OrderRequest, OrderContext)"/>
    public static PreflightReport Check(JsonElement order, OrderContext? context = null)
    {
        context ??= new();
        var findings = new Findings(context.SwitchedOff);
        if (order.ValueKind != JsonValueKind.Object)
        {
            findings.Add(new(PreflightRule.OrderShape, ErrorCode.InvalidRequest, null, "The order is no object.", "Send a bundle order or a custom order."));
            return findings.Report();
        }

        var isBundle = order.TryGetProperty("bundle_id", out var id);
        Shape(order, isBundle, findings);
        new Members(order, findings).Check(isBundle);
        if (isBundle && context.Bundle is { } named && id.ValueKind == JsonValueKind.String && !id.ValueEquals(named.Id))
            throw new ArgumentException("The context holds another bundle than the order's; pass the bundle of the order, or none.", nameof(context));
        var need = isBundle ? OfBundle(context, findings) : OfLicenses(order, findings);
        Customer(order, findings);
        new DomainRules(context, findings).Check(order, need, isBundle);
        return findings.Report();
    }

    private static void Shape(JsonElement order, bool isBundle, Findings findings)
    {
        if (isBundle && LicenseMembers.Any(member => order.TryGetProperty(member, out _)))
            findings.Add(new(PreflightRule.OrderShape, ErrorCode.OrderShapeConflict, null, "The order has bundle_id and licences.", "Leave the licences out, or the bundle."));
        else if (!isBundle && !LicenseMembers.Take(2).Any(member => order.TryGetProperty(member, out _)))
            findings.Invalid(PreflightRule.OrderShape, "bundle_id", "is missing, and so are licences", "Set bundle_id, or google_licenses or microsoft_licenses in its place.");
    }

    private static Need? OfBundle(OrderContext context, Findings findings)
    {
        if (context.Bundle is not { } bundle)
        {
            findings.NotChecked(PreflightRule.BundleActive, MissingFact.Bundle);
            return null;
        }

        if (bundle.Status != BundleStatus.Active) findings.Invalid(PreflightRule.BundleActive, "bundle_id", "names a bundle that is not active", "Order from an active bundle.");
        return Need.Of(bundle);
    }

    private static Need? OfLicenses(JsonElement order, Findings findings)
    {
        var (google, microsoft) = (Given(order, "google_licenses"), Given(order, "microsoft_licenses"));
        if ((google, microsoft) is (0, 0) or (0, null) or (null, 0))
            findings.Invalid(PreflightRule.Licenses, google is null ? "microsoft_licenses" : "google_licenses", "asks for nothing", "Order at least one licence.");
        return Need.OfLicenses(order);
    }

    private static void Customer(JsonElement order, Findings findings)
    {
        if (Texts.Of(order, "user") is not { } user) return;
        if (OrderMeaning.IsUserId(user)) findings.NotChecked(PreflightRule.User, MissingFact.ApiState);
        else if (!Texts.IsEmail(user)) findings.Invalid(PreflightRule.User, "user", "is neither a usr_ id nor an e-mail address", "Name the customer by one of them.");
    }

    private static long? Given(JsonElement order, string member) =>
        order.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;
}
