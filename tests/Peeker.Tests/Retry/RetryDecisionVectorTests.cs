using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Peeker.Http;
using Peeker.Retry;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Retry;

/// <summary>openapi/vectors/retry-decision.json: what follows a failed attempt, in every language.</summary>
public class RetryDecisionVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("retry-decision.json");
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_failed_attempt_is_followed_by_what_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var (input, expected) = (vector.GetProperty("input"), vector.GetProperty("expect"));
        var replay = Enum.GetValues<Replay>().Single(replay => JsonNamingPolicy.SnakeCaseLower.ConvertName(replay.ToString()) == input.GetProperty("replay").GetString());
        var operation = new Operation("Test_Operation", HttpMethod.Post, "/test", replay, "Look.", input.GetProperty("pause_seconds").GetInt32());
        var (time, random) = (new FakeTimeProvider(), new FixedChance(input.GetProperty("chance").GetDouble()));

        // The clock moves on after the attempts began, so that no time at all may be left.
        var deadline = input.TryGetProperty("remaining_seconds", out var remaining) ? TimeSpan.FromSeconds(remaining.GetDouble()) + 2 * Second : Timeout.InfiniteTimeSpan;
        var call = new Call(operation, "test", null, new(Second, deadline, input.GetProperty("max_retries").GetInt32()), null, [], new Peeker.Diagnostics.ClientTelemetry(null, PeekerClientOptions.DefaultBaseAddress), time, random);
        var failures = input.GetProperty("failures").EnumerateArray().Select(failure => Thrown(failure, operation)).ToList();
        foreach (var _ in failures) call.BeginAttempt();
        time.Advance(2 * Second);
        var repeats = false;
        foreach (var failure in failures) repeats = call.GoesOnAfter(failure);
        var end = call.Conclude(failures[^1], default);

        Assert.Equal(expected.GetProperty("decision").GetString(), repeats ? "repeat" : end is PeekerOutcomeUnknownException ? "outcome_unknown" : "give_up");
        Assert.Equal((expected.GetProperty("wait_ms").GetRawText(), expected.GetProperty("wait_not_begun_ms").GetRawText()), (Milliseconds(repeats ? call.Wait : null), Milliseconds(repeats ? null : WaitNotBegun(end))));
    }

    private static TimeSpan? WaitNotBegun(Exception end) => Assert.IsAssignableFrom<PeekerException>(end).WaitNotBegun;

    private static string Milliseconds(TimeSpan? wait) => wait?.TotalMilliseconds.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static PeekerException Thrown(JsonElement failure, Operation operation)
    {
        var wait = failure.TryGetProperty("asked_wait_seconds", out var seconds) ? TimeSpan.FromSeconds(seconds.GetInt32()) : default(TimeSpan?);
        return failure.GetProperty("kind").GetString() switch
        {
            "not_sent" => ConnectionFailure.NotSent(operation, new IOException()),
            "rate_limited" => AnswerReader.Error(Answer(429)),
            "ambiguous" when wait is null => ConnectionFailure.Of(operation, null, new IOException()),
            "ambiguous" => AnswerReader.Error(Answer(503)),
            "answer_lost" => new PeekerResponseException("the answer was cut short", null, Answer(200), null, cutShort: true),
            "final" => AnswerReader.Error(Answer(400)),
            var other => throw new NotSupportedException(other),
        };

        Answer Answer(int status) => new(operation, (HttpStatusCode)status, null, wait, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""{"error":{"code":"c{{{status}}}","message":"m"}}""")));
    }
}
