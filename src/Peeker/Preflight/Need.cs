using System.Text.Json;

namespace Peeker.Preflight;

/// <summary>How many domains of which kind an order needs.</summary>
internal readonly record struct Need(int Total, int Microsoft)
{
    /// <summary>What a bundle asks for.</summary>
    public static Need Of(Bundle bundle) => new(bundle.RequiredDomains.Total, bundle.RequiredDomains.Microsoft);

    /// <summary>What licences ask for; null when a count is no count, or all are nothing.</summary>
    public static Need? OfLicenses(JsonElement order)
    {
        if (Count(order, "google_licenses", 0) is not { } google || Count(order, "microsoft_licenses", 0) is not { } microsoft) return null;
        var inboxes = Count(order, "google_inboxes_per_domain", SendingCapacity.DefaultGoogleInboxesPerDomain);
        return inboxes is >= CustomOrder.MinGoogleInboxesPerDomain and <= CustomOrder.MaxGoogleInboxesPerDomain && google + microsoft > 0 ? Of((google + inboxes.Value - 1) / inboxes.Value, microsoft) : null;
    }

    private static Need Of(long google, long microsoft) => new((int)Math.Min(google + microsoft, int.MaxValue), (int)microsoft);

    private static long? Count(JsonElement order, string member, int absent)
    {
        if (!order.TryGetProperty(member, out var value)) return absent;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number is >= 0 and <= int.MaxValue ? number : null;
    }
}
