namespace Peeker.Sandbox;

/// <summary>A fault on command.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record SandboxFault(FaultKind Kind)
{
    /// <summary>Every fault the sandbox knows, before and after the work.</summary>
    public static IReadOnlyList<SandboxFault> All { get; } =
    [
        new(FaultKind.RateLimited), new(FaultKind.InternalError), new(FaultKind.BadGateway), new(FaultKind.Unavailable), new(FaultKind.Drop), new(FaultKind.Stall),
        new(FaultKind.Html), new(FaultKind.Truncate) { AfterWork = true }, new(FaultKind.InternalError) { AfterWork = true }, new(FaultKind.BadGateway) { AfterWork = true },
        new(FaultKind.Unavailable) { AfterWork = true }, new(FaultKind.Drop) { AfterWork = true }, new(FaultKind.Stall) { AfterWork = true }, new(FaultKind.Html) { AfterWork = true },
    ];

    /// <summary>
    /// Whether the work is done although the caller does not hear of it. This is what charges twice when a caller tries again without
    /// care. A limit is always met before the work, a body cut off after it.
    /// </summary>
    public bool AfterWork { get; init; }

    /// <summary>Only requests of this operation, for example <c>Orders_Create</c>; all if not given.</summary>
    public string? Operation { get; init; }

    /// <summary>How long a stall lasts, on the sandbox's clock; 30 seconds. The work of a request that stalls before it is done in any case.</summary>
    public TimeSpan StallFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The seconds a limited caller is told to wait; 1.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    internal SandboxFault Checked()
    {
        if (!Enum.IsDefined(Kind)) throw new ArgumentException("The kind of a fault must be one of FaultKind.", nameof(Kind));
        if (Kind == FaultKind.RateLimited && AfterWork) throw new ArgumentException("A rate limit is met before the work; leave AfterWork out.", nameof(AfterWork));
        if (StallFor < TimeSpan.Zero || StallFor > TimeSpan.FromDays(1)) throw new ArgumentException("A stall lasts from nothing to a day.", nameof(StallFor));
        if (RetryAfterSeconds < 0) throw new ArgumentException("The seconds to wait must not be negative.", nameof(RetryAfterSeconds));
        if (Operation is not null && !Specification.Routes.All.Any(route => route.OperationId == Operation))
            throw new ArgumentException("The operation must be an operation id of the specification, such as Orders_Create.", nameof(Operation));
        return Kind == FaultKind.Truncate ? this with { AfterWork = true } : this;
    }
}
