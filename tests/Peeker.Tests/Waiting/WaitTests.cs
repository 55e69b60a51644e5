using System.Net;
using Peeker.Tests.Domains;
using Peeker.Tests.Http;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Waiting;

public sealed class WaitTests : IDisposable
{
    // 60 seconds and half of a tenth.
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(63);
    private readonly WaitingClock _clock = new();
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();
    private readonly Stub _stub;
    private int _asked;

    public WaitTests()
    {
        _stub = new(new() { Time = _clock, Random = new Middle(), MaxRetries = 0, AttemptTimeout = TimeSpan.FromSeconds(10) });
        _stub.Mock.When("*").Respond(_ =>
        {
            _asked++;
            return _answers.Dequeue()();
        });
    }

    [Fact]
    public async Task An_order_is_asked_for_every_minute_until_it_is_complete()
    {
        Say(Order("in_progress"), Order("in_progress"), Order("completed"));
        var seen = new List<string>();
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1", new() { Progress = new Told<OrderDetail>(order => seen.Add(order.Status.Value)) });
        await _clock.PassAsync(Minute);
        await _clock.PassAsync(Minute);
        Assert.Equal(OrderStatus.Completed, (await wait).Status);
        Assert.Equal(["in_progress", "completed"], seen);
        Assert.Equal(3, _asked);
    }

    [Fact]
    public async Task What_is_complete_is_not_waited_for()
    {
        Say(Order("completed"));
        Assert.Equal("ord_1", (await _stub.Client.Orders.WaitForCompletionAsync("ord_1")).Id);
    }

    [Theory]
    [InlineData("failed", NotCompletedReason.Failed)]
    [InlineData("action_required", NotCompletedReason.ActionRequired)]
    [InlineData("cancel_scheduled", NotCompletedReason.Cancelled)]
    [InlineData("cancelled", NotCompletedReason.Cancelled)]
    public async Task An_order_that_will_not_complete_by_itself_ends_the_wait(string status, NotCompletedReason reason)
    {
        Say(Order("in_progress"), Order(status));
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1");
        await _clock.PassAsync(Minute);
        var ended = await Assert.ThrowsAsync<PeekerNotCompletedException<OrderDetail>>(() => wait);
        Assert.Equal((reason, "ord_1", status), (ended.Reason, ended.ResourceId, ended.Resource!.Status.Value));
        Assert.Null(ended.LastFailure);
        Assert.Equal("Orders_Get", ended.Operation);
        Assert.DoesNotContain("alex@acme.com", ended.ToString(), StringComparison.Ordinal);
        if (reason == NotCompletedReason.ActionRequired) Assert.Contains("ListPendingActionsAsync", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_action_can_be_waited_through()
    {
        Say(Order("action_required"), Order("in_progress"), Order("completed"));
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1", new() { ContinueOnActionRequired = true });
        await _clock.PassAsync(Minute);
        await _clock.PassAsync(Minute);
        Assert.Equal(OrderStatus.Completed, (await wait).Status);
    }

    [Fact]
    public async Task A_status_of_tomorrow_does_not_end_the_wait()
    {
        Say(Order("warming_up"), Order("completed"));
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1");
        await _clock.PassAsync(Minute);
        Assert.Equal(OrderStatus.Completed, (await wait).Status);
    }

    [Fact]
    public async Task Failures_that_may_pass_do_not_end_the_wait()
    {
        Say(
            Order("in_progress"),
            () => throw new HttpRequestException(HttpRequestError.ConnectionError),
            () => BulkStub.Failure(HttpStatusCode.ServiceUnavailable, "server_error"),
            Order("completed"));
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1");
        for (var question = 0; question < 3; question++) await _clock.PassAsync(Minute);
        Assert.Equal(OrderStatus.Completed, (await wait).Status);
    }

    [Fact]
    public async Task A_429_that_asks_for_more_than_the_interval_gets_it()
    {
        Say(
            () => Stub.Json(HttpStatusCode.TooManyRequests, """{"error":{"code":"rate_limited","message":"No.","details":{"retry_after_seconds":100}}}"""),
            Order("completed"));
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1");
        await _clock.PassAsync(TimeSpan.FromSeconds(105));
        Assert.Equal(OrderStatus.Completed, (await wait).Status);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "not_found", typeof(PeekerNotFoundException))]
    [InlineData(HttpStatusCode.Unauthorized, "unauthorized", typeof(PeekerUnauthorizedException))]
    public async Task Failures_that_stay_end_the_wait(HttpStatusCode status, string code, Type type)
    {
        Say(Order("in_progress"), () => BulkStub.Failure(status, code));
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1");
        await _clock.PassAsync(Minute);
        Assert.IsType(type, await Assert.ThrowsAnyAsync<PeekerApiException>(() => wait));
    }

    [Fact]
    public async Task A_pause_that_would_end_after_the_deadline_is_not_begun()
    {
        Say(Order("in_progress"), () => BulkStub.Failure(HttpStatusCode.ServiceUnavailable, "server_error"));
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1", new() { Deadline = TimeSpan.FromSeconds(120) });
        await _clock.PassAsync(Minute);
        var ended = await Assert.ThrowsAsync<PeekerNotCompletedException<OrderDetail>>(() => wait.WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.Equal(NotCompletedReason.DeadlineReached, ended.Reason);
        Assert.Equal(OrderStatus.InProgress, ended.Resource!.Status);
        Assert.IsType<PeekerServerException>(ended.LastFailure);
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task The_deadline_ends_a_question_that_is_under_way()
    {
        using var client = new PeekerClient(Stub.Key, new() { Handler = new Silence(), Time = _clock, RequestsPerMinute = null, MaxRetries = 0 });
        var wait = client.Swaps.WaitForCompletionAsync("swp_1", new() { Deadline = TimeSpan.FromSeconds(20) });
        await _clock.PassAsync(TimeSpan.FromSeconds(20));
        var ended = await Assert.ThrowsAsync<PeekerNotCompletedException<Swap>>(() => wait.WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.Equal(NotCompletedReason.DeadlineReached, ended.Reason);
        Assert.Null(ended.Resource);
    }

    [Fact]
    public async Task The_caller_ends_a_pause()
    {
        using var stop = new CancellationTokenSource();
        Say(Order("in_progress"));
        var wait = _stub.Client.Orders.WaitForCompletionAsync("ord_1", cancellationToken: stop.Token);
        await _clock.BeginsAsync(Minute);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task The_interval_can_be_chosen()
    {
        Say(Swap("created"), Swap("in_progress"), Swap("completed"));
        var wait = _stub.Client.Swaps.WaitForCompletionAsync("swp_1", new() { Interval = TimeSpan.FromSeconds(2) });
        await _clock.PassAsync(TimeSpan.FromSeconds(2.1));
        await _clock.PassAsync(TimeSpan.FromSeconds(2.1));
        Assert.Equal(SwapStatus.Completed, (await wait).Status);
    }

    [Fact]
    public async Task Imports_and_forwarding_have_their_own_questions()
    {
        Say(Import("in_progress"), Import("completed"), Import("in_progress"), Import("completed"), Forwarding("in_progress"), Forwarding("partial_success"));
        var import = _stub.Client.Domains.WaitForImportAsync("imp_1");
        await _clock.PassAsync(Minute);
        Assert.Equal(ImportStatus.Completed, (await import).Status);
        var job = _stub.Client.Domains.WaitForImportJobAsync("imp_1");
        await _clock.PassAsync(Minute);
        Assert.Equal(ImportStatus.Completed, (await job).Status);
        var forwarding = _stub.Client.Domains.WaitForForwardingAsync("fwj_1");
        await _clock.PassAsync(TimeSpan.FromSeconds(10.5));
        Assert.Equal(ForwardingStatus.PartialSuccess, (await forwarding).Status);
        Say(Import("action_required"));
        Assert.Equal(NotCompletedReason.ActionRequired, (await Assert.ThrowsAsync<PeekerNotCompletedException<ImportJob>>(() => _stub.Client.Domains.WaitForImportJobAsync("imp_1"))).Reason);
        Say(Forwarding("failed"));
        Assert.Equal(NotCompletedReason.Failed, (await Assert.ThrowsAsync<PeekerNotCompletedException<ForwardingJob>>(() => _stub.Client.Domains.WaitForForwardingAsync("fwj_1"))).Reason);
    }

    [Fact]
    public async Task Impossible_options_and_ids_are_named()
    {
        Assert.Equal("Deadline", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _stub.Client.Orders.WaitForCompletionAsync("ord_1", new() { Deadline = TimeSpan.Zero }))).ParamName);
        Assert.Equal("Interval", (await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _stub.Client.Orders.WaitForCompletionAsync("ord_1", new() { Interval = TimeSpan.FromDays(2) }))).ParamName);
        Assert.Equal("id", (await Assert.ThrowsAsync<ArgumentException>(() => _stub.Client.Orders.WaitForCompletionAsync("swp_1"))).ParamName);
        Assert.Equal(0, _asked);
    }

    public void Dispose() => _stub.Dispose();

    private void Say(params Func<HttpResponseMessage>[] answers)
    {
        foreach (var answer in answers) _answers.Enqueue(answer);
    }

    private static Func<HttpResponseMessage> Data(string json) => () => Stub.Json(HttpStatusCode.OK, $$$"""{"data":{{{json}}}}""");

    private static Func<HttpResponseMessage> Order(string status) => Data($$"""
        {"id":"ord_1","user_id":"usr_1","email":"alex@acme.com","bundle_id":null,"status":"{{status}}","domain_count":2,"costs":{"total_cents":400,"currency":"usd","line_items":[]},
        "domains":{"registered":[],"imported":[]},"personas":[],"created_at":"2026-05-08T12:00:00Z"}
        """);

    private static Func<HttpResponseMessage> Swap(string status) => Data($$"""{"id":"swp_1","type":"standard","domain_id":"dom_1","replacement_domain":"a.com","status":"{{status}}","created_at":"2026-05-08T12:00:00Z"}""");

    private static Func<HttpResponseMessage> Import(string status) => Data($$"""{"id":"imp_1","status":"{{status}}"}""");

    private static Func<HttpResponseMessage> Forwarding(string status) => Data($$"""{"id":"fwj_1","status":"{{status}}","completed_count":1,"failed_count":1,"forwarding_url":"https://acme.com"}""");

    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
