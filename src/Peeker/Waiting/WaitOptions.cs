namespace Peeker;

/// <summary>How long to wait for a resource, and how. Every member may be left as it is.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public sealed class WaitOptions<T>
    where T : class
{
    internal static readonly WaitOptions<T> Default = new();

    /// <summary>
    /// How long to wait altogether; a wait for a question that would come later is not begun. 48 hours, which is how long an order for Google may take
    /// (docs.peeker.ai/guides/quickstart). At most 45 days, or <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromHours(48);

    /// <summary>
    /// The time between two questions, to which up to a tenth is added at random. Null for the documented 60 seconds of imports, or for what is assumed of the
    /// others. At most a day.
    /// </summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Goes on when the status is <c>action_required</c>, for a partner who acts in the meantime, and for actions that resolve themselves. False.</summary>
    public bool ContinueOnActionRequired { get; init; }

    /// <summary>Receives the resource when it was read first, and whenever a member of it has changed.</summary>
    public IProgress<T>? Progress { get; init; }

    internal void Validate()
    {
        if (Deadline != Timeout.InfiniteTimeSpan && (Deadline <= TimeSpan.Zero || Deadline > TimeSpan.FromDays(45)))
            throw new ArgumentOutOfRangeException(nameof(Deadline), "Deadline must be more than nothing and at most 45 days, or Timeout.InfiniteTimeSpan.");
        if (Interval is { } interval && (interval <= TimeSpan.Zero || interval > TimeSpan.FromDays(1)))
            throw new ArgumentOutOfRangeException(nameof(Interval), "Interval must be more than nothing and at most a day.");
    }
}
