namespace Peeker.Retry;

/// <summary>Whether a failed call goes on.</summary>
/// <param name="Wait">How long to wait before the next attempt; null when there is none.</param>
/// <param name="WaitNotBegun">The wait that the next attempt would have needed, had there been time for it.</param>
internal readonly record struct RetryDecision(TimeSpan? Wait, TimeSpan? WaitNotBegun)
{
    /// <summary>Another attempt would be unsafe, useless, or one too many.</summary>
    public static RetryDecision Stop => default;
}
