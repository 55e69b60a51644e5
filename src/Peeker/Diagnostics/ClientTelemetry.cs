using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Peeker.Http;
using Peeker.Retry;

namespace Peeker.Diagnostics;

/// <summary>What a client tells about its calls: activities, metrics and log lines.</summary>
internal sealed class ClientTelemetry(ILoggerFactory? loggers, Uri baseAddress)
{
    private readonly ILogger _log = loggers?.CreateLogger(PeekerTelemetry.LogCategory) ?? NullLogger.Instance;

    public static Activity? CallStarts(Operation operation)
    {
        var activity = PeekerTelemetry.Activities.StartActivity(operation.Id, ActivityKind.Internal);
        return activity is { IsAllDataRequested: true } ? activity.SetTag(CallTags.Operation, operation.Id) : activity;
    }

    public void CallEnds(Call call, Activity? activity, Exception? failure)
    {
        var error = failure is null ? null : ErrorType(failure);
        if (activity is not null)
        {
            if (call.Attempts > 1) activity.SetTag(CallTags.Resend, call.Attempts - 1);
            Mark(activity, failure, error);
        }

        if (PeekerTelemetry.CallDuration.Enabled)
        {
            var tags = new TagList { { CallTags.Operation, call.Operation.Id } };
            if (error is not null) tags.Add(CallTags.ErrorType, error);
            PeekerTelemetry.CallDuration.Record(call.Elapsed.TotalSeconds, tags);
        }

        if (failure is PeekerOutcomeUnknownException unknown) _log.OutcomeUnknown(call.Operation.Id, call.Attempts, unknown.RequestId);
        else if (failure is PeekerException typed) _log.Ended(call.Operation.Id, error!, call.Attempts, CallLog.StatusOf(typed), typed.RequestId);
    }

    public Activity? AttemptStarts(Call call)
    {
        var activity = PeekerTelemetry.Activities.HasListeners()
            ? PeekerTelemetry.Activities.StartActivity($"{call.Operation.Method} {call.Operation.Template}", ActivityKind.Client)
            : null;
        if (activity is not { IsAllDataRequested: true }) return activity;
        activity.SetTag(CallTags.Method, call.Operation.Method.Method);
        activity.SetTag(CallTags.Template, call.Operation.Template);
        activity.SetTag(CallTags.Host, baseAddress.Host);
        activity.SetTag(CallTags.Port, baseAddress.Port);
        if (call.Attempts > 1) activity.SetTag(CallTags.Resend, call.Attempts - 1);
        return activity;
    }

    public void AttemptAnswered(Call call, Activity? activity, HttpStatusCode status, string? requestId)
    {
        activity?.SetTag(CallTags.Status, (int)status).SetTag(CallTags.RequestId, requestId);
        _log.Answered(call.Operation.Id, call.Attempts, (int)status, requestId);
    }

    public static void AttemptEnds(Call call, Activity? activity, Exception? failure)
    {
        if (activity is not null) Mark(activity, failure, failure is null ? null : ErrorType(failure));
        if (!PeekerTelemetry.Attempts.Enabled) return;
        var end = failure is null ? "Success" : failure is OperationCanceledException ? "Cancelled" : Failure.Of(failure).Kind.ToString();
        PeekerTelemetry.Attempts.Add(1, new(CallTags.Operation, call.Operation.Id), new(CallTags.End, end));
    }

    public void Repeats(Call call, Exception failure, TimeSpan wait) => _log.Repeats(
        call.Operation.Id, call.Attempts, ErrorType(failure), CallLog.StatusOf(failure), (failure as PeekerException)?.RequestId, wait.TotalSeconds);

    public void WaitsForBudget(Call call) => _log.WaitsForBudget(call.Operation.Id);

    public static void BudgetWaited(Call call, TimeSpan time)
    {
        if (PeekerTelemetry.BudgetWait.Enabled) PeekerTelemetry.BudgetWait.Record(time.TotalSeconds, new KeyValuePair<string, object?>(CallTags.Operation, call.Operation.Id));
    }

    private static void Mark(Activity activity, Exception? failure, string? error)
    {
        if (failure is null || !activity.IsAllDataRequested) return;
        activity.SetStatus(ActivityStatusCode.Error).SetTag(CallTags.ErrorType, error);
    }

    // The documented code, or the status: words of the specification. A code that it does not know could be anything.
    private static string ErrorType(Exception failure) => failure switch
    {
        PeekerApiException { Code.IsKnown: true } api => api.Code.Value,
        PeekerApiException api => ((int)api.Status).ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => failure.GetType().Name,
    };
}
