namespace Peeker.Sandbox.Domains;

/// <summary>What an address asks the sandbox to do. The table is in docs/sandbox.md.</summary>
internal static class MagicTarget
{
    public static ForwardingFailureReason? ForwardingFailure(string url)
    {
        if (Has(url, "dns-fails")) return ForwardingFailureReason.DnsLookupFailed;
        if (Has(url, "unreachable")) return ForwardingFailureReason.TargetUnreachable;
        return Has(url, "invalid-target") ? ForwardingFailureReason.InvalidTarget : null;
    }

    public static bool IsUnreachablePicture(string? url) => url is not null && Has(url, "unreachable");

    private static bool Has(string url, string part) => url.Contains(part, StringComparison.OrdinalIgnoreCase);
}
