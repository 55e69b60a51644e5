namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>How a call ended for its caller.</summary>
internal sealed record ChaosResult(ChaosCall Call, Exception? Failure, TimeSpan Elapsed, TimeSpan Deadline)
{
    /// <summary>By how much the call outlived its deadline.</summary>
    public TimeSpan Late => Elapsed - Deadline;

    /// <summary>How often the work may have been done, by what the caller was told.</summary>
    public (int Least, int Most) Promised => Failure switch
    {
        null or PeekerResponseException { TookEffect: true } => (1, 1),
        PeekerOutcomeUnknownException => (0, 1),
        _ => (0, 0),
    };

    public string End => Failure?.GetType().Name ?? "success";
}
