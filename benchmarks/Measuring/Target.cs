namespace Peeker.Benchmarks.Measuring;

/// <summary>A target, and what was measured.</summary>
internal sealed record Target(string What, string Measured, string Bound, bool Met)
{
    public IReadOnlyList<string> Cells => [What, Measured, Bound, Met ? "met" : "**missed**"];
}
