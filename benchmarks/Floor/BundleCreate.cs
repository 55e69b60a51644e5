namespace Peeker.Benchmarks.Floor;

internal sealed class BundleCreate
{
    public string? Name { get; set; }

    public long MonthlySendingVolume { get; set; }

    public int? GooglePercent { get; set; }

    public int? MicrosoftPercent { get; set; }

    public bool? SendOnWeekends { get; set; }

    public int? GoogleInboxesPerDomain { get; set; }
}
