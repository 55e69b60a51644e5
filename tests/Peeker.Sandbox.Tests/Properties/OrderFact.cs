namespace Peeker.Sandbox.Tests.Properties;

/// <summary>An order as the facts tell of it.</summary>
internal sealed class OrderFact(string id, string body, DateTimeOffset at)
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(30);

    public string Id => id;

    public string Body => body;

    public DateTimeOffset At => at;

    public required UserFact User { get; init; }

    public required string Email { get; init; }

    public required BundleFact? Bundle { get; init; }

    public required int Registered { get; init; }

    public required int InboxesPerDomain { get; init; }

    /// <summary>Whether every Google domain has the same number of inboxes.</summary>
    public required bool IsEven { get; init; }

    public string Status { get; set; } = "in_progress";

    public List<DomainFact> Domains { get; } = [];

    /// <summary>Swapped away, and kept for a time.</summary>
    public List<DomainFact> Warm { get; } = [];

    public int GoogleLicences { get; set; }

    public int MicrosoftLicences { get; set; }

    /// <summary>False when a domain left whose licences the facts do not tell.</summary>
    public bool CostIsKnown { get; private set; } = true;

    // 100 and 900 are the amounts of an old sample, 1300 is what availability says.
    public long Cents => (GoogleLicences * 100L) + (MicrosoftLicences * 900L) + (Registered * 1300L);

    public DateTimeOffset PeriodEnd(DateTimeOffset now)
    {
        var end = at;
        while (end <= now) end += Period;
        return end;
    }

    public void Leave(DomainFact domain)
    {
        if (domain.Provider == "microsoft") MicrosoftLicences--;
        else if (IsEven) GoogleLicences -= InboxesPerDomain;
        else CostIsKnown = false;
        Domains.Remove(domain);
        domain.Release();
    }

    public void Cool(DomainFact domain)
    {
        if (domain.Order == this && !Domains.Contains(domain)) domain.Release();
    }

    public void End()
    {
        Status = "cancelled";
        foreach (var domain in Domains) domain.Release();
        foreach (var domain in Warm) Cool(domain);
    }
}
