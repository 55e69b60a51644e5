namespace Peeker.Generator.Commands;

/// <summary>What the process ends with, for scripts and CI.</summary>
internal static class Ending
{
    public const int Nothing = 0;
    public const int Findings = 1;
    public const int Wrong = 2;
}
