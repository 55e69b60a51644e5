namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>What a run did that it should not, call by call.</summary>
internal static class ChaosVerdict
{
    private const string Order = "Orders_Create";

    // Of the client's options: the first attempt and five more.
    private const int MostAttempts = 6;

    public static IEnumerable<string> Of(ChaosRun run)
    {
        var attempts = run.Requests.ToLookup(ChaosCall.MarkOf);
        return run.Results.SelectMany(result => Of(result, [.. attempts[result.Call.Mark]], run.Aftermath).Select(problem => $"{result.Call.Operation} ({result.End}): {problem}"));
    }

    /// <summary>What the run would have to meet to prove anything, and did not.</summary>
    public static IEnumerable<string> NotTried(ChaosRun run)
    {
        var classes = run.Results.ToLookup(result => ClassOf(result.Call), result => result.Call.Operation);
        foreach (var operations in classes)
        {
            var met = run.Requests.Where(request => operations.Contains(request.Operation)).Select(request => request.Fault).ToHashSet();
            foreach (var fault in ChaosRun.Faults.Where(fault => !met.Contains(fault))) yield return $"{fault} for {operations.Key} calls";
        }

        if (run.OrderPauses.Count == 0) yield return "an order that was left open and sent again";
        if (!run.Results.Any(result => result.Failure is PeekerOutcomeUnknownException)) yield return "an unknown outcome";
        if (!run.Results.Any(result => result.Failure is PeekerResponseException { TookEffect: true })) yield return "an answer that is lost after the work";
        var dropped = run.Requests.Where(request => request.Fault?.Kind == FaultKind.Drop).Select(ChaosCall.MarkOf).ToHashSet();
        if (!run.Results.Any(result => result.Call.HasNoBody && dropped.Contains(result.Call.Mark))) yield return "a connection that ends before a call without a body is answered";
        foreach (var operation in SpecificationJudge.OperationIds.Except(run.Results.Select(result => result.Call.Operation))) yield return operation;
        if (run.Requests.Count(request => request.Fault is not null) / (double)run.Requests.Count is not (> 0.25 and < 0.35)) yield return "a share of 30 percent";
    }

    private static IEnumerable<string> Of(ChaosResult result, List<ReceivedRequest> attempts, Aftermath aftermath)
    {
        var (call, failure) = (result.Call, result.Failure as PeekerException);
        if (failure is PeekerApiException { Status: < System.Net.HttpStatusCode.InternalServerError } refused && refused.Status != System.Net.HttpStatusCode.TooManyRequests)
            yield return $"a valid call was refused: {refused.Message}";
        if (attempts.Count > (failure?.Attempts ?? MostAttempts)) yield return $"{attempts.Count} requests arrived, more than the client made";
        var isUnsafe = ClassOf(call) == "unsafe";
        if (failure is not null && failure.Attempts < MostAttempts && failure.WaitNotBegun is null && (!isUnsafe || failure is PeekerRateLimitedException)) yield return $"given up after {failure.Attempts} attempts";
        if (call.Effects is null) yield break;
        var (effects, promised) = (call.Effects(aftermath), result.Promised);
        if (effects < promised.Least || effects > promised.Most) yield return $"done {effects} times: {Story(attempts)}";
        for (var index = 1; index < attempts.Count; index++)
        {
            var (before, attempt) = (attempts[index - 1], attempts[index]);
            if (isUnsafe && before.Status != 429) yield return $"sent again although the outcome was open: {Story(attempts)}";
            if (!attempt.HasSameBodyAs(before)) yield return "sent again with another body";
        }

        if (isUnsafe && attempts.Count > 0 && LeavesOpen(attempts[^1]) && failure is not PeekerOutcomeUnknownException) yield return $"not told that the outcome is open: {Story(attempts)}";
    }

    private static bool LeavesOpen(ReceivedRequest attempt) => attempt.Fault?.Kind is FaultKind.Drop or FaultKind.InternalError or FaultKind.BadGateway or FaultKind.Unavailable or FaultKind.Html;

    private static string ClassOf(ChaosCall call) => call.Effects is null ? "safe" : call.Operation == Order ? "same-body" : "unsafe";

    private static string Story(IEnumerable<ReceivedRequest> attempts) =>
        string.Join(", ", attempts.Select(attempt => $"{attempt.At:ss.fff} {attempt.Status} {attempt.Fault?.Kind}{(attempt.Fault?.AfterWork == true ? " after the work" : "")}"));
}
