namespace Peeker.Planning;

/// <summary>The options of a plan, checked, with what they stand for.</summary>
internal readonly record struct PlanInputs(int GooglePercent, int Days, int Inboxes, int MicrosoftSends)
{
    public int MicrosoftPercent => 100 - GooglePercent;

    /// <summary>Sends a month of one Google domain.</summary>
    public long GoogleDomainAMonth => (long)Days * SendingCapacity.GoogleSendsPerInbox * Inboxes;

    /// <summary>Sends a month of one Microsoft domain.</summary>
    public long MicrosoftDomainAMonth => (long)Days * MicrosoftSends;

    /// <exception cref="ArgumentException">A setting is out of range, one share is missing, or the shares do not make 100.</exception>
    public static PlanInputs Of(BundlePlanOptions options)
    {
        var (google, microsoft) = (options.GooglePercent, options.MicrosoftPercent);
        if (google is null != microsoft is null) throw Wrong(google is null ? "google_percent" : "microsoft_percent", "is missing; set both shares, or neither");
        if (google is < BundleCreate.MinGooglePercent or > BundleCreate.MaxGooglePercent) throw Wrong("google_percent", $"must be {BundleCreate.MinGooglePercent} to {BundleCreate.MaxGooglePercent}");
        if (microsoft is < BundleCreate.MinMicrosoftPercent or > BundleCreate.MaxMicrosoftPercent) throw Wrong("microsoft_percent", $"must be {BundleCreate.MinMicrosoftPercent} to {BundleCreate.MaxMicrosoftPercent}");
        if (google + microsoft is not (null or 100)) throw Wrong("google_percent", $"and microsoft_percent must make 100 together; they make {google + microsoft}");
        if (options.GoogleInboxesPerDomain is < BundleCreate.MinGoogleInboxesPerDomain or > BundleCreate.MaxGoogleInboxesPerDomain) throw Wrong("google_inboxes_per_domain", $"must be {BundleCreate.MinGoogleInboxesPerDomain} to {BundleCreate.MaxGoogleInboxesPerDomain}");
        if (options.MicrosoftSendsPerDomain < 1) throw Wrong(nameof(options.MicrosoftSendsPerDomain), "must be at least 1");
        return new(
            google ?? SendingCapacity.RecommendedGooglePercent,
            options.SendOnWeekends ? SendingCapacity.DaysAMonth : SendingCapacity.WeekdaysAMonth,
            options.GoogleInboxesPerDomain,
            options.MicrosoftSendsPerDomain);
    }

    /// <summary>Domains for a share of a volume: the smallest number that carries it.</summary>
    public static long Domains(long volume, int percent, long domainAMonth)
    {
        var capacity = (Int128)100 * domainAMonth;
        return (long)((((Int128)volume * percent) + capacity - 1) / capacity);
    }

    /// <summary>The volume whose share a number of domains carries; no limit for a share of nothing.</summary>
    public static long Volume(long domains, int percent, long domainAMonth) =>
        percent == 0 ? long.MaxValue : (long)Int128.Min((Int128)domains * 100 * domainAMonth / percent, long.MaxValue);

    private static ArgumentException Wrong(string member, string why) => new($"{member} {why}.", member);
}
