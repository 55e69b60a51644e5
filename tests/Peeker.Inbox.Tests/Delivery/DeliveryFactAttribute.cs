namespace Peeker.Inbox.Tests.Delivery;

/// <summary>A test that takes minutes. It skips unless it is told how many events to send; on CI it runs, and fails for the want of a number.</summary>
internal sealed class DeliveryFactAttribute : FactAttribute
{
    public const string Variable = "PEEKER_EVENTS";

    public DeliveryFactAttribute() => Skip = Reason;

    public static string? Reason { get; } = Given is null && Environment.GetEnvironmentVariable("CI") is null
        ? $"takes minutes: set {Variable} to the number of events, 10000 for the full run"
        : null;

    public static int Events => int.TryParse(Given, out var events) && events is > 0 and <= 10_000
        ? events
        : throw new InvalidOperationException($"{Variable} must be the number of events, for example 1000, at most 10000.");

    private static string? Given => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null;
}
