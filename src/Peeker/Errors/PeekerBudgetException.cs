namespace Peeker;

/// <summary>The request budget had no permit in time. This attempt was not sent.</summary>
public sealed class PeekerBudgetException : PeekerException
{
    internal PeekerBudgetException(string operation, string problem, TimeSpan? wait)
        : base($"{operation}: {problem}; nothing was sent. Send fewer requests at once, allow a longer Deadline, or have the limit raised and set RequestsPerMinute.", operation, requestId: null, inner: null) =>
        WaitNotBegun = wait;
}
