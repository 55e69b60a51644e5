namespace Peeker.Sandbox.Domains;

/// <summary>What a name asks the sandbox to do. The table is in <see cref="PeekerSandbox"/>'s remarks.</summary>
internal static class MagicName
{
    public static UnavailableReason? Unavailable(string name)
    {
        if (name.Contains("taken", StringComparison.Ordinal)) return UnavailableReason.Taken;
        if (name.Contains("premium", StringComparison.Ordinal)) return UnavailableReason.Premium;
        if (name.Contains("invalid", StringComparison.Ordinal)) return UnavailableReason.Invalid;
        return name.Contains("errored", StringComparison.Ordinal) ? UnavailableReason.Errored : null;
    }

    public static IReadOnlyList<MailProvider> UsableFor(string name) =>
        name.Contains("google-only", StringComparison.Ordinal) ? [MailProvider.Google] : [MailProvider.Google, MailProvider.Microsoft];

    public static bool FailsImport(string name) => name.Contains("import-fails", StringComparison.Ordinal);
}
