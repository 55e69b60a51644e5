using System.Text.Json;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.Specification;

namespace Peeker.Sandbox.Orders;

/// <summary>Decides which of the two bodies an order is before its fields are looked at, then checks it against that one's schema.</summary>
internal static class OrderShape
{
    private static readonly Schema Bundle = Schema.Named("BundleOrder");
    private static readonly Schema Custom = Schema.Named("CustomOrder");

    // What a custom order has and a bundle order has not.
    private static readonly string[] Licences = [.. Custom.MemberNames.Except(Bundle.MemberNames)];

    public static Violation? Check(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) return new("", "must be an object");
        var bundle = body.TryGetProperty("bundle_id", out _);
        var licences = Licences.Any(name => body.TryGetProperty(name, out _));
        if (bundle && licences) throw new Fault(400, ErrorCode.OrderShapeConflict, "An order has a bundle_id or licence fields, not both.");
        if (bundle) return Bundle.Check(body);
        var amount = body.TryGetProperty("google_licenses", out _) || body.TryGetProperty("microsoft_licenses", out _);
        return amount ? Custom.Check(body) : new("bundle_id", "is required, or google_licenses or microsoft_licenses in its place");
    }
}
