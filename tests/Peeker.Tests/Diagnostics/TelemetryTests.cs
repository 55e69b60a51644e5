using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Peeker.Diagnostics;
using Peeker.Tests.Http;
using Peeker.Tests.Retry;

namespace Peeker.Tests.Diagnostics;

/// <summary>What can be seen of a call, and what cannot.</summary>
public sealed class TelemetryTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<(string Instrument, double Value, Dictionary<string, object?> Tags, bool IsOurs)> _measurements = new();
    private readonly Activity _test = new Activity("test").Start();
    private readonly ActivityListener _listener;
    private readonly MeterListener _meters = new();

    public TelemetryTests()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == PeekerTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            // Other tests run at the same time.
            ActivityStopped = activity => { if (activity.TraceId == _test.TraceId) _activities.Enqueue(activity); },
        };
        ActivitySource.AddActivityListener(_listener);
        _meters.InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == PeekerTelemetry.MeterName) listener.EnableMeasurementEvents(instrument); };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measured(instrument, value, tags));
        _meters.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.Dispose();
        _test.Dispose();
    }

    [Fact]
    public async Task A_call_has_an_activity_with_one_for_each_attempt_in_it()
    {
        using var script = new Script().Limits(1).Answers(200, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"));
        var call = Assert.Single(_activities, activity => activity.Kind == ActivityKind.Internal);
        Assert.Equal(("Bundles_Get", ActivityStatusCode.Unset, 1), (call.DisplayName, call.Status, call.GetTagItem("http.request.resend_count")));
        var attempts = _activities.Where(activity => activity.Kind == ActivityKind.Client).ToList();
        Assert.Equal([call.SpanId, call.SpanId], attempts.Select(attempt => attempt.ParentSpanId));
        Assert.All(attempts, attempt =>
        {
            Assert.Equal("GET /bundles/{id}", attempt.DisplayName);
            Assert.Equal(("GET", "/bundles/{id}"), (attempt.GetTagItem("http.request.method"), attempt.GetTagItem("url.template")));
            Assert.Equal(("api.peeker.ai", 443), (attempt.GetTagItem("server.address"), attempt.GetTagItem("server.port")));
        });
        Assert.Equal([429, 200], attempts.Select(attempt => attempt.GetTagItem("http.response.status_code")));
        Assert.Equal(["rate_limited", null], attempts.Select(attempt => attempt.GetTagItem("error.type")));
        Assert.Equal([null, 1], attempts.Select(attempt => attempt.GetTagItem("http.request.resend_count")));
        Assert.Equal(ActivityStatusCode.Error, attempts[0].Status);
    }

    [Fact]
    public async Task Attempts_and_durations_are_measured_on_the_clock_of_the_client()
    {
        using var script = new Script().Limits(10).Breaks(HttpRequestError.ConnectionError).Answers(201, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.UpdateAsync("bun_1", new() { Name = "measured" }));
        var ours = _measurements.Where(measured => measured.IsOurs).ToList();
        Assert.Equal(["RateLimited", "NotSent", "Success"], ours.Where(measured => measured.Instrument == "peeker.client.attempts").Select(measured => measured.Tags["peeker.attempt.end"]));
        var duration = Assert.Single(ours, measured => measured.Instrument == "peeker.client.call.duration");
        Assert.True(duration.Value >= 10);
        Assert.Equal("Bundles_Update", duration.Tags["peeker.operation"]);
    }

    [Fact]
    public async Task A_repeat_and_an_end_are_logged()
    {
        var book = new LogBook();
        using var script = new Script(new() { LoggerFactory = book, MaxRetries = 1 }).Limits(2).Fails(500);
        await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => script.RunAsync(peeker => peeker.Bundles.CreateAsync(new() { Name = "n", MonthlySendingVolume = 1 })));
        Assert.Equal([1, 2, 1, 4], book.Lines.Select(line => line.Id));
        Assert.Contains("Bundles_Create: attempt 1 ended in rate_limited (status 429, request req_01HZX0RQ1A2B3C4D5E6F7G8H); the next follows in 2 s", book.All, StringComparison.Ordinal);
        Assert.Equal(LogLevel.Error, book.Lines.Last().Level);
    }

    [Fact]
    public async Task Nothing_that_can_be_observed_holds_a_secret_or_a_person()
    {
        var book = new LogBook();
        using var script = new Script(new() { LoggerFactory = book, MaxRetries = 8, Deadline = TimeSpan.FromMinutes(10) })
            .Answers(429, """{"error":{"code":"customer@acme.example","message":"let-me-in","field":"customer@acme.example"}}""")
            .Fails().Hangs().CutsShort().Breaks(HttpRequestError.ResponseEnded)
            .Answers(400, """{"error":{"code":"invalid_request","message":"customer@acme.example","field":"user"}}""")
            .Answers(200, """{"data":[],"links":{"first":"f","next":null},"meta":{"path":"p","per_page":25,"returned":0}}""");
        await Assert.ThrowsAnyAsync<PeekerException>(() => script.RunAsync(peeker => peeker.Orders.CreateAsync(RetryTests.Order)));
        await script.RunAsync(peeker => peeker.Orders.ListPageAsync(new() { UserEmail = "customer@acme.example" }));
        var seen = book.All
            + string.Join('\n', _activities.SelectMany(activity => activity.TagObjects.Select(tag => $"{tag.Value}").Append(activity.DisplayName).Append(activity.StatusDescription)))
            + string.Join('\n', _measurements.SelectMany(measured => measured.Tags.Values));
        Assert.True(book.Lines.Count >= 10 && _activities.Count >= 8);
        Assert.All(
            [Stub.Key, "let-me-in", "login@partner.example", "customer@acme.example", "customer%40acme.example", "Rivera"],
            secret => Assert.DoesNotContain(secret, seen, StringComparison.OrdinalIgnoreCase));
    }

    // Heard on the thread of whoever measures; other tests run at the same time.
    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(), Activity.Current?.TraceId == _test.TraceId));
}
