namespace Peeker.Sandbox.Domains;

/// <summary>What a domain's name asks the sandbox to do. The table is in docs/sandbox.md.</summary>
internal static class MagicName
{
    private static readonly MailProvider[] Google = [MailProvider.Google];
    private static readonly MailProvider[] Both = [MailProvider.Google, MailProvider.Microsoft];

    public static UnavailableReason? Unavailable(string name)
    {
        if (Has(name, "taken")) return UnavailableReason.Taken;
        if (Has(name, "premium")) return UnavailableReason.Premium;
        if (Has(name, "invalid")) return UnavailableReason.Invalid;
        return Has(name, "errored") ? UnavailableReason.Errored : null;
    }

    public static IReadOnlyList<MailProvider> UsableFor(string name) =>
        Has(name, "google-only") ? Google : Both;

    public static bool FailsImport(string name) => Has(name, "import-fails");

    public static bool WaitsForNameservers(string name) => Has(name, "import-waits");

    public static bool KeepsImportBusy(string name) => Has(name, "import-busy");

    public static bool FailsForwarding(string name) => Has(name, "forward-fails");

    public static bool FailsSwap(string name) => Has(name, "swap-fails");

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.Ordinal);
}
