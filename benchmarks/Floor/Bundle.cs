namespace Peeker.Benchmarks.Floor;

internal sealed class Bundle
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public long MonthlySendingVolume { get; set; }

    public int? GooglePercent { get; set; }

    public int? MicrosoftPercent { get; set; }

    public bool SendOnWeekends { get; set; }

    public int GoogleInboxesPerDomain { get; set; }

    public EffectiveSplit? Effective { get; set; }

    public RequiredDomains? RequiredDomains { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
