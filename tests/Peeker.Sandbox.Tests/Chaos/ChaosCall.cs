using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>A call of the experiment. Its mark stands in the body, or its path is its own, so that the sandbox's record tells its attempts apart.</summary>
/// <param name="Operation">What the specification calls it.</param>
/// <param name="Mark">What its requests are known by.</param>
/// <param name="Send">Makes the call.</param>
/// <param name="Effects">How often the work of it was done, by what the sandbox holds in the end; null where a repeat is safe.</param>
internal sealed partial record ChaosCall(string Operation, string Mark, Func<PeekerClient, Task> Send, Func<Aftermath, int>? Effects = null)
{
    /// <summary>One call in ten has hardly any time, and no other limit, so that deadlines end attempts and waits as well.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>Whether it goes through the front door: every second call, and all of those that the platform would repeat there.</summary>
    public bool ThroughDoor { get; init; }

    public bool HasNoBody => Mark.Contains('/', StringComparison.Ordinal);

    /// <summary>What a received request is known by.</summary>
    public static string MarkOf(ReceivedRequest request) =>
        request.Body is { } body && Marks().Match(body) is { Success: true } mark ? mark.Value : $"{request.Method} {request.Path["/partner/v1/".Length..]}";

    public static string MarkOf(int number) => $"call-{number:d6}";

    [GeneratedRegex("call-[0-9]{6}")]
    private static partial Regex Marks();
}
