namespace Peeker.Sandbox.Bundles;

/// <summary>How many domains a volume needs. Written apart from the SDK's own planning, as a second opinion.</summary>
internal static class BundleArithmetic
{
    private const int WeekdaysAMonth = 22;
    private const int DaysAMonth = 30;
    private const int GoogleSendsPerInbox = 20;

    // Assumption: the only round number that gives both documented results.
    private const int MicrosoftSendsPerDomain = 150;

    public static RequiredDomains Required(long volume, int googlePercent, bool weekends, int inboxesPerDomain)
    {
        var days = weekends ? DaysAMonth : WeekdaysAMonth;
        var google = Ceiling((Int128)volume * googlePercent, (Int128)100 * days * GoogleSendsPerInbox * inboxesPerDomain);
        var microsoft = Ceiling((Int128)volume * (100 - googlePercent), (Int128)100 * days * MicrosoftSendsPerDomain);
        return new() { Google = google, Microsoft = microsoft, Total = (int)Math.Min((long)google + microsoft, int.MaxValue) };
    }

    private static int Ceiling(Int128 sends, Int128 capacity) => (int)Int128.Min((sends + capacity - 1) / capacity, int.MaxValue);
}
