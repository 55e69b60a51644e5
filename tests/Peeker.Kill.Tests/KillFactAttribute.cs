namespace Peeker.Kill.Tests;

/// <summary>A test that takes minutes. It skips unless it is told how many times to kill; on CI it runs, and fails for the want of a number.</summary>
internal sealed class KillFactAttribute : FactAttribute
{
    public const string Variable = "PEEKER_KILLS";

    public KillFactAttribute()
    {
        if (Given is null && Environment.GetEnvironmentVariable("CI") is null) Skip = $"takes minutes: set {Variable} to the number of kills, 200 for the full run";
    }

    public static int Kills => int.TryParse(Given, out var kills) && kills > 0
        ? kills
        : throw new InvalidOperationException($"{Variable} must be the number of kills, for example 40.");

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;
}
