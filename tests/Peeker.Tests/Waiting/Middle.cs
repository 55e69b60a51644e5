namespace Peeker.Tests.Waiting;

/// <summary>Chance that is always in the middle.</summary>
internal sealed class Middle : Random
{
    public override double NextDouble() => 0.5;
}
