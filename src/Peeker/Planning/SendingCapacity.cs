namespace Peeker;

/// <summary>What the API's arithmetic is made of, in one place. Described in docs/planning.md.</summary>
public static class SendingCapacity
{
    /// <summary>Sending days a month without weekends (docs: bundles).</summary>
    public const int WeekdaysAMonth = 22;

    /// <summary>Sending days a month with weekends (docs: bundles).</summary>
    public const int DaysAMonth = 30;

    /// <summary>Sends a day of one Google inbox: 2 inboxes on a domain give 40, 3 give 60 (docs: bundles).</summary>
    public const int GoogleSendsPerInbox = 20;

    /// <summary>
    /// Sends a day of one Microsoft domain. An assumption: the only round number that gives both documented results. The 250 that the docs print for a
    /// licence of a custom order gives neither.
    /// </summary>
    public const int MicrosoftSendsPerDomain = 150;

    /// <summary>Google's share of the volume, in percent, where a bundle sets neither share (docs: bundles).</summary>
    public const int RecommendedGooglePercent = 50;

    /// <summary>Google inboxes on a domain where a bundle does not say (docs: bundles).</summary>
    public const int DefaultGoogleInboxesPerDomain = 2;
}
