namespace Peeker.AspNetCore;

/// <summary>How work on an event ended, and the type of what went wrong.</summary>
internal readonly record struct RunResult(RunEnd End, string Failure = "")
{
    public static implicit operator RunResult(RunEnd end) => new(end);
}
