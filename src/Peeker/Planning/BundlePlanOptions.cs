namespace Peeker;

/// <summary>How a volume is sent. What is left out is what the API takes for a bundle that leaves it out.</summary>
public sealed class BundlePlanOptions
{
    /// <summary>Google's share in percent, 0 to 100. Set both shares or neither; together they make 100.</summary>
    public int? GooglePercent { get; init; }

    /// <summary>Microsoft's share in percent, 0 to 100.</summary>
    public int? MicrosoftPercent { get; init; }

    /// <summary>Whether mails go out on 30 days a month instead of 22 weekdays.</summary>
    public bool SendOnWeekends { get; init; }

    /// <summary>Inboxes on each Google domain: 2 or 3.</summary>
    public int GoogleInboxesPerDomain { get; init; } = SendingCapacity.DefaultGoogleInboxesPerDomain;

    /// <summary>Sends a day of one Microsoft domain; an assumption, so it can be replaced.</summary>
    public int MicrosoftSendsPerDomain { get; init; } = SendingCapacity.MicrosoftSendsPerDomain;
}
