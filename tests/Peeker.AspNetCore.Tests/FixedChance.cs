namespace Peeker.AspNetCore.Tests;

/// <summary>Always the same chance.</summary>
internal sealed class FixedChance(double chance) : Random
{
    public override double NextDouble() => chance;
}
