using System.Net;

namespace Peeker.Retry;

/// <summary>A failed attempt, as the decision to repeat it needs it.</summary>
/// <param name="Kind">What it says about the work.</param>
/// <param name="AskedWait">How long the API asks to wait; null when it does not say.</param>
internal readonly record struct Failure(FailureKind Kind, TimeSpan? AskedWait)
{
    public static Failure Of(Exception failure) => failure switch
    {
        PeekerConnectionException connection => new(connection.MayHaveTakenEffect ? FailureKind.Ambiguous : FailureKind.NotSent, null),
        PeekerApiException { Status: HttpStatusCode.TooManyRequests } limited => new(FailureKind.RateLimited, limited.RetryAfter),
        PeekerApiException api when IsOpen(api.Status) => new(FailureKind.Ambiguous, api.RetryAfter),
        PeekerResponseException { CutShort: true, TookEffect: true } => new(FailureKind.AnswerLost, null),
        _ => new(FailureKind.Final, null),
    };

    // 408: a proxy gave up on a request that may have been passed on.
    private static bool IsOpen(HttpStatusCode status) => status is >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout;
}
