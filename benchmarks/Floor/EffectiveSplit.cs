namespace Peeker.Benchmarks.Floor;

internal sealed class EffectiveSplit
{
    public int GooglePercent { get; set; }

    public int MicrosoftPercent { get; set; }
}
