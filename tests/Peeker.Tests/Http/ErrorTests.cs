using System.Net;
using System.Text.Json.Nodes;
using Peeker.Tests.Specification;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

public class ErrorTests
{
    private static readonly Dictionary<string, Type> TypeOf = new()
    {
        [ErrorCode.Names.InvalidRequest] = typeof(PeekerInvalidRequestException),
        [ErrorCode.Names.Unauthorized] = typeof(PeekerUnauthorizedException),
        [ErrorCode.Names.Forbidden] = typeof(PeekerForbiddenException),
        [ErrorCode.Names.NotFound] = typeof(PeekerNotFoundException),
        [ErrorCode.Names.RateLimited] = typeof(PeekerRateLimitedException),
        [ErrorCode.Names.OrderShapeConflict] = typeof(PeekerOrderShapeConflictException),
        [ErrorCode.Names.DomainCountMismatch] = typeof(PeekerDomainCountMismatchException),
    };

    public static TheoryData<string, int> Codes()
    {
        var data = new TheoryData<string, int>();
        foreach (var error in (JsonArray)SpecificationDocument.Root["x-errors"]!)
            data.Add(error!["code"]!.GetValue<string>(), error["status"]!.GetValue<int>());
        return data;
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Each_documented_code_has_its_exception(string code, int status)
    {
        using var stub = Stub.Answering((HttpStatusCode)status, $$$"""{"error":{"code":"{{{code}}}","message":"the server's words","field":"domains[3]"}}""");
        var thrown = await Assert.ThrowsAnyAsync<PeekerApiException>(() => stub.Client.Me.GetAsync());
        Assert.Equal(TypeOf[code], thrown.GetType());
        Assert.Equal((code, status), (thrown.Code.Value, (int)thrown.Status));
        Assert.Equal(("domains[3]", "the server's words"), (thrown.Field, thrown.ApiMessage));
        Assert.Equal((Stub.RequestId, "Me_Get"), (thrown.RequestId, thrown.Operation));
        Assert.Contains(code, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("domains[3]", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(Stub.RequestId, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("the server's words", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_documented_code_is_in_the_enum_and_has_an_exception()
    {
        var documented = ((JsonArray)SpecificationDocument.Schemas["ErrorCode"]!["enum"]!).Select(code => code!.GetValue<string>()).Order(StringComparer.Ordinal);
        Assert.Equal(documented, TypeOf.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_rate_limit_says_how_long_to_wait()
    {
        using var stub = Stub.Answering((HttpStatusCode)429,
            """{"error":{"code":"rate_limited","message":"m","details":{"retry_after_seconds":12,"reason":"cloudflare_account_capacity"}}}""");
        var thrown = await Assert.ThrowsAsync<PeekerRateLimitedException>(() => stub.Client.Me.GetAsync());
        Assert.Equal(TimeSpan.FromSeconds(12), thrown.RetryAfter);
        Assert.Equal("cloudflare_account_capacity", thrown.Reason);
    }

    [Fact]
    public async Task A_count_mismatch_has_its_figures()
    {
        using var stub = Stub.Answering(HttpStatusCode.BadRequest,
            """{"error":{"code":"domain_count_mismatch","message":"m","field":"domains","details":{"required_count":19,"submitted_count":2,"missing_count":17}}}""");
        var thrown = await Assert.ThrowsAsync<PeekerDomainCountMismatchException>(() => stub.Client.Me.GetAsync());
        Assert.Equal((19, 2, 17), (thrown.RequiredCount, thrown.SubmittedCount, thrown.MissingCount));
    }

    [Fact]
    public async Task A_code_that_is_not_known_keeps_its_text()
    {
        using var stub = Stub.Answering(HttpStatusCode.Conflict, """{"error":{"code":"brand_new","message":"m"}}""");
        var thrown = await Assert.ThrowsAnyAsync<PeekerApiException>(() => stub.Client.Me.GetAsync());
        Assert.Equal(typeof(PeekerApiException), thrown.GetType());
        Assert.Equal("brand_new", thrown.Code.Value);
        Assert.False(thrown.Code.IsKnown);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task A_server_that_answers_html_has_failed(int status)
    {
        using var stub = Stub.Answering((HttpStatusCode)status, "<html>Bad gateway</html>", "text/html");
        var thrown = await Assert.ThrowsAsync<PeekerServerException>(() => stub.Client.Me.GetAsync());
        Assert.Equal(status, (int)thrown.Status);
        Assert.Equal("", thrown.Code.Value);
        Assert.Equal("<html>Bad gateway</html>", thrown.RawBody);
        Assert.DoesNotContain("<html>", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(404, false)]
    public async Task Html_in_place_of_json_is_a_response_nobody_documented(int status, bool tookEffect)
    {
        using var stub = Stub.Answering((HttpStatusCode)status, "<html>Sign in</html>", "text/html");
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => stub.Client.Me.GetAsync());
        Assert.Equal((status, tookEffect, Stub.RequestId), ((int)thrown.Status, thrown.TookEffect, thrown.RequestId));
        Assert.Equal("<html>Sign in</html>", thrown.RawBody);
        Assert.DoesNotContain("<html>", thrown.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"api_key":{"environment":"test"},"partner":{"id":"org_1","name":"Acme"}}}""", "data.api_key.permission_preset", "required and missing")]
    [InlineData("""{"data":{"api_key":{"environment":"test","permission_preset":"full"},"partner":{"id":null,"name":"Acme"}}}""", "data.partner.id", "is null")]
    [InlineData("""{"data":{"api_key":{"environment":"test","permission_preset":"full"},"partner":{"id":7,"name":"Acme"}}}""", "data.partner.id", "is a number")]
    [InlineData("""{"data":{"api_key":[],"partner":{"id":"org_1","name":"Acme"}}}""", "data.api_key", "is an array")]
    [InlineData("""{"result":{}}""", "data", "required and missing")]
    public async Task A_member_that_is_missing_or_wrong_is_named(string json, string member, string problem)
    {
        using var stub = Stub.Answering(HttpStatusCode.OK, json);
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => stub.Client.Me.GetAsync());
        Assert.Equal(member, thrown.Member);
        Assert.Contains($"'{member}'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
        Assert.Contains("safe to repeat", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(json, thrown.RawBody);
    }

    [Fact]
    public async Task A_row_of_a_list_that_is_wrong_is_named_by_its_index()
    {
        using var stub = Stub.Answering(HttpStatusCode.OK,
            """{"data":{"domains":[{"domain":"a.com","available":true,"usable_for":["google"]},{"domain":"b.com","available":"yes"}]}}""");
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => stub.Client.Domains.CheckAvailabilityAsync(new() { Domains = ["a.com", "b.com"] }));
        Assert.Equal("data.domains[1].available", thrown.Member);
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"data":{"api_key":""")]
    [InlineData("""{"data":{"api_key":{"environment":"test","permission_preset":"full"},"partner":{"id":"org_1","name":"Acme"}}} trailing""")]
    public async Task A_body_that_is_cut_or_goes_on_is_refused(string json)
    {
        using var stub = Stub.Answering(HttpStatusCode.OK, json);
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => stub.Client.Me.GetAsync());
        Assert.Null(thrown.Member);
        Assert.True(thrown.TookEffect);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        using var stub = new Stub(new() { MaxResponseBytes = 100 });
        stub.Mock.When("*").Respond("application/json", new string(' ', 101));
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => stub.Client.Me.GetAsync());
        Assert.Contains("larger than 100 bytes", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_that_runs_out_is_not_the_callers_cancellation()
    {
        using var silence = new Silence();
        using var impatient = new PeekerClient(Stub.Key, new() { Handler = silence, AttemptTimeout = TimeSpan.FromMilliseconds(50), MaxRetries = 0 });
        var thrown = await Assert.ThrowsAsync<PeekerConnectionException>(() => impatient.Me.GetAsync());
        Assert.True(thrown.MayHaveTakenEffect);
        Assert.Contains("no answer within", thrown.Message, StringComparison.Ordinal);

        using var patient = new PeekerClient(Stub.Key, new() { Handler = silence });
        using var caller = new CancellationTokenSource(20);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => patient.Me.GetAsync(caller.Token));
    }

    private sealed class Silence : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Silence ended.");
        }
    }
}
