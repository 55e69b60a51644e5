using System.Net;
using Microsoft.Extensions.Logging;

namespace Peeker.Diagnostics;

// An allow-list by construction: operation, status, request id, counts and seconds are all that a line can hold.
internal static partial class CallLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation}: attempt {Attempt} answered {Status}, request {RequestId}")]
    public static partial void Answered(this ILogger logger, string operation, int attempt, int status, string? requestId);

    [LoggerMessage(2, LogLevel.Warning, "{Operation}: attempt {Attempt} ended in {Failure} (status {Status}, request {RequestId}); the next follows in {WaitSeconds} s")]
    public static partial void Repeats(this ILogger logger, string operation, int attempt, string failure, int? status, string? requestId, double waitSeconds);

    [LoggerMessage(3, LogLevel.Warning, "{Operation}: ended in {Failure} after {Attempts} attempts (status {Status}, request {RequestId})")]
    public static partial void Ended(this ILogger logger, string operation, string failure, int attempts, int? status, string? requestId);

    [LoggerMessage(4, LogLevel.Error, "{Operation}: it is not known whether the call took effect, after {Attempts} attempts (request {RequestId})")]
    public static partial void OutcomeUnknown(this ILogger logger, string operation, int attempts, string? requestId);

    [LoggerMessage(5, LogLevel.Debug, "{Operation}: waits for a permit of the request budget")]
    public static partial void WaitsForBudget(this ILogger logger, string operation);

    /// <summary>The status of the answer that a failure stands for.</summary>
    public static int? StatusOf(Exception failure) => failure switch
    {
        PeekerApiException api => (int)api.Status,
        PeekerResponseException response => (int)response.Status,
        PeekerOutcomeUnknownException { InnerException: { } last } => StatusOf(last),
        _ => null,
    };
}
