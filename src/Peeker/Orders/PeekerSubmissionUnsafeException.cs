using System.Globalization;

namespace Peeker;

/// <summary>It is not known that sending the order now cannot charge a second time. Nothing was sent.</summary>
/// <remarks>Described in docs/orders.md.</remarks>
public sealed class PeekerSubmissionUnsafeException : PeekerException
{
    private PeekerSubmissionUnsafeException(OrderSubmission submission, string problem, string operation)
        : base($"{operation}: {problem} Call Orders.ReconcileAsync(submission) to find out whether the order was placed.", operation, requestId: null, inner: null) =>
        (PreparedAt, SafeUntil) = (submission.PreparedAt, submission.SafeUntil);

    /// <summary>When the order was prepared.</summary>
    public DateTimeOffset PreparedAt { get; }

    /// <summary>Until when it may be sent again.</summary>
    public DateTimeOffset SafeUntil { get; }

    internal static PeekerSubmissionUnsafeException Late(OrderSubmission submission, string operation) =>
        new(submission, string.Create(CultureInfo.InvariantCulture, $"the order was safe to send until {submission.SafeUntil:u}; the same body sent later may be a second order."), operation);

    internal static PeekerSubmissionUnsafeException ClockBehind(OrderSubmission submission, string operation) =>
        new(submission, string.Create(CultureInfo.InvariantCulture, $"the order was prepared at {submission.PreparedAt:u}, which this machine's clock has not reached; one of two clocks is wrong, so the safe time cannot be told. Set the clock right."), operation);
}
