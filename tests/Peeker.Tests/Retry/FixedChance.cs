namespace Peeker.Tests.Retry;

/// <summary>A source of chance that always says the same.</summary>
internal sealed class FixedChance(double value) : Random
{
    public override double NextDouble() => value;

    protected override double Sample() => value;
}
