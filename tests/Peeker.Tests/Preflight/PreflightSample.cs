namespace Peeker.Tests.Preflight;

/// <summary>An order that is good, and the facts it is held against.</summary>
internal static class PreflightSample
{
    public static AvailabilityRow Row(string name, bool available, UnavailableReason? reason) =>
        new() { Domain = name, Available = available, Reason = reason, UsableFor = available ? [MailProvider.Google, MailProvider.Microsoft] : null };

    public static Bundle BundleOf(string id, int google, int microsoft, BundleStatus status) => new()
    {
        Id = id, Name = "n", MonthlySendingVolume = 1, GooglePercent = null, MicrosoftPercent = null, Effective = new() { GooglePercent = 50, MicrosoftPercent = 50 }, SendOnWeekends = false,
        GoogleInboxesPerDomain = 2, RequiredDomains = new() { Google = google, Microsoft = microsoft, Total = google + microsoft }, Status = status, CreatedAt = DateTimeOffset.UnixEpoch,
    };

    public static BundleOrder Order(string user, params string[] domains) => new()
    {
        User = user,
        BundleId = "bun_1",
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@acme.com", LoginPassword = "a-dedicated-login" },
        Domains = [.. domains.Select(domain => new OrderDomain(domain))],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };
}
