using Peeker.Planning;

namespace Peeker;

/// <summary>
/// What a volume of e-mails needs, worked out before a bundle is created. The API's own figures decide what an order must have; <see cref="CompareWith"/> says where
/// they differ. Described in docs/planning.md.
/// </summary>
public sealed class BundlePlan
{
    private BundlePlan(long volume, bool weekends, PlanInputs inputs)
    {
        (MonthlySendingVolume, SendOnWeekends) = (volume, weekends);
        (GooglePercent, MicrosoftPercent, SendingDays, GoogleInboxesPerDomain) = (inputs.GooglePercent, inputs.MicrosoftPercent, inputs.Days, inputs.Inboxes);
        GoogleDomains = PlanInputs.Domains(volume, inputs.GooglePercent, inputs.GoogleDomainAMonth);
        MicrosoftDomains = PlanInputs.Domains(volume, inputs.MicrosoftPercent, inputs.MicrosoftDomainAMonth);
        CapacityPerDay = (GoogleDomains * inputs.Inboxes * SendingCapacity.GoogleSendsPerInbox) + (MicrosoftDomains * inputs.MicrosoftSends);
    }

    /// <summary>E-mails a month.</summary>
    public long MonthlySendingVolume { get; }

    /// <summary>Google's share in percent, the recommended one if none was set.</summary>
    public int GooglePercent { get; }

    /// <summary>Microsoft's share in percent: what is left of 100.</summary>
    public int MicrosoftPercent { get; }

    /// <summary>Whether mails go out on weekends too.</summary>
    public bool SendOnWeekends { get; }

    /// <summary>Days of a month on which mails go out: 22 or 30.</summary>
    public int SendingDays { get; }

    /// <summary>Inboxes on each Google domain.</summary>
    public int GoogleInboxesPerDomain { get; }

    /// <summary>Domains for Google inboxes.</summary>
    public long GoogleDomains { get; }

    /// <summary>Domains for Microsoft inboxes. Rests on an assumed capacity.</summary>
    public long MicrosoftDomains { get; }

    /// <summary>Both together: how many domains an order of the bundle must have.</summary>
    public long TotalDomains => GoogleDomains + MicrosoftDomains;

    /// <summary>Google licences: one for each inbox. An assumption that fits the documented order.</summary>
    public long GoogleLicenses => GoogleDomains * GoogleInboxesPerDomain;

    /// <summary>Microsoft licences: one for each domain (docs: custom orders).</summary>
    public long MicrosoftLicenses => MicrosoftDomains;

    /// <summary>E-mails on each sending day, rounded up.</summary>
    public long SendsPerDay => ((MonthlySendingVolume - 1) / SendingDays) + 1;

    /// <summary>E-mails that the planned domains can send on a day.</summary>
    public long CapacityPerDay { get; }

    /// <summary>Plans for a volume.</summary>
    /// <param name="monthlySendingVolume">E-mails a month, at least 1.</param>
    /// <param name="options">How it is sent; as the API takes it by default if not given.</param>
    /// <exception cref="ArgumentException">A setting is out of range, one share is missing, or the shares do not make 100. The message names the member.</exception>
    public static BundlePlan For(long monthlySendingVolume, BundlePlanOptions? options = null)
    {
        options ??= new();
        var inputs = PlanInputs.Of(options);
        return monthlySendingVolume < 1
            ? throw new ArgumentOutOfRangeException(nameof(monthlySendingVolume), "monthly_sending_volume must be at least 1.")
            : new(monthlySendingVolume, options.SendOnWeekends, inputs);
    }

    /// <summary>Plans for a bundle that is about to be created.</summary>
    /// <inheritdoc cref="For(long, BundlePlanOptions)" path="/exception"/>
    public static BundlePlan For(BundleCreate bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return For(bundle.MonthlySendingVolume, new()
        {
            GooglePercent = bundle.GooglePercent,
            MicrosoftPercent = bundle.MicrosoftPercent,
            SendOnWeekends = bundle.SendOnWeekends ?? false,
            GoogleInboxesPerDomain = bundle.GoogleInboxesPerDomain ?? SendingCapacity.DefaultGoogleInboxesPerDomain,
        });
    }

    /// <summary>The largest volume that a set of domains carries with the split of the options. Domains beyond the split carry nothing.</summary>
    /// <param name="googleDomains">Domains for Google inboxes.</param>
    /// <param name="microsoftDomains">Domains for Microsoft inboxes.</param>
    /// <param name="options">How it is sent; as the API takes it by default if not given.</param>
    /// <returns>E-mails a month; 0 where a share of the split has no domain.</returns>
    /// <inheritdoc cref="For(long, BundlePlanOptions)" path="/exception"/>
    public static long VolumeOf(int googleDomains, int microsoftDomains, BundlePlanOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(googleDomains);
        ArgumentOutOfRangeException.ThrowIfNegative(microsoftDomains);
        var inputs = PlanInputs.Of(options ?? new());
        return Math.Min(
            PlanInputs.Volume(googleDomains, inputs.GooglePercent, inputs.GoogleDomainAMonth),
            PlanInputs.Volume(microsoftDomains, inputs.MicrosoftPercent, inputs.MicrosoftDomainAMonth));
    }

    /// <summary>Where the API's figures for a bundle are not those of the plan. The API's count when an order is placed.</summary>
    /// <returns>Nothing when they agree.</returns>
    public IReadOnlyList<PlanDifference> CompareWith(Bundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return [.. new PlanDifference[]
        {
            new("monthly_sending_volume", MonthlySendingVolume, bundle.MonthlySendingVolume),
            new("effective.google_percent", GooglePercent, bundle.Effective.GooglePercent),
            new("effective.microsoft_percent", MicrosoftPercent, bundle.Effective.MicrosoftPercent),
            new("send_on_weekends", SendingDays, bundle.SendOnWeekends ? SendingCapacity.DaysAMonth : SendingCapacity.WeekdaysAMonth),
            new("google_inboxes_per_domain", GoogleInboxesPerDomain, bundle.GoogleInboxesPerDomain),
            new("required_domains.google", GoogleDomains, bundle.RequiredDomains.Google),
            new("required_domains.microsoft", MicrosoftDomains, bundle.RequiredDomains.Microsoft),
            new("required_domains.total", TotalDomains, bundle.RequiredDomains.Total),
        }.Where(figure => figure.Planned != figure.Returned)];
    }
}
