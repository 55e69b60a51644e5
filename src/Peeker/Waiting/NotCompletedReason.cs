namespace Peeker;

/// <summary>Why a wait ended without the resource being complete.</summary>
public enum NotCompletedReason
{
    /// <summary>The work failed for good.</summary>
    Failed,

    /// <summary>The work stands still until the partner does something.</summary>
    ActionRequired,

    /// <summary>The order is cancelled, or its cancellation is scheduled: its status will not be completed any more.</summary>
    Cancelled,

    /// <summary>Time ran out, or the next question would have come too late. The work itself goes on.</summary>
    DeadlineReached,
}
