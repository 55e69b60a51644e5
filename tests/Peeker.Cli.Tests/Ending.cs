namespace Peeker.Cli.Tests;

/// <summary>What a run left behind.</summary>
internal sealed record Ending(int Code, string Output, string Error);
