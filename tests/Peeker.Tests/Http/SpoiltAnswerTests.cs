using System.IO.Compression;
using System.Net;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

/// <summary>Answers that something on the way has damaged.</summary>
public class SpoiltAnswerTests
{
    [Theory]
    [InlineData(200, "{\"data\":{\"api_key\":{\"environment\":\"\\ud800\"}}}", typeof(PeekerResponseException))]
    [InlineData(500, "{\"error\":{\"code\":\"\\ud800\"}}", typeof(PeekerServerException))]
    [InlineData(400, "{\"error\":{\"\\udc00\":1}}", typeof(PeekerResponseException))]
    [InlineData(401, "<html>", typeof(PeekerUnauthorizedException))]
    [InlineData(403, "{}", typeof(PeekerForbiddenException))]
    [InlineData(429, "{\"error\":{\"code\":\"rate_limited\",\"message\":\"m\",\"details\":[]}}", typeof(PeekerRateLimitedException))]
    public async Task A_spoilt_answer_is_typed_all_the_same(int status, string body, Type type)
    {
        using var stub = Stub.Answering((HttpStatusCode)status, body);
        Assert.IsType(type, await Assert.ThrowsAnyAsync<PeekerException>(() => stub.Client.Me.GetAsync()));
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_error()
    {
        using var stub = Stub.Answering(HttpStatusCode.OK, "\uFEFF" + """{"data":{"api_key":{"environment":"test","permission_preset":"full"},"partner":{"id":"org_1","name":"Acme"}}}""");
        Assert.Equal("org_1", (await stub.Client.Me.GetAsync()).Partner.Id);
    }

    [Fact]
    public async Task A_corrupt_compression_is_a_body_cut_short()
    {
        using var mock = new MockHttpMessageHandler();
        mock.When("*").Respond(_ => new HttpResponseMessage { Content = new StreamContent(new GZipStream(new MemoryStream("hello"u8.ToArray()), CompressionMode.Decompress)) });
        using var client = new PeekerClient(Stub.Key, new() { Handler = mock, MaxRetries = 0 });
        Assert.True((await Assert.ThrowsAsync<PeekerResponseException>(() => client.Me.GetAsync())).TookEffect);
    }

    [Fact]
    public async Task A_code_or_field_that_holds_a_value_is_not_printed()
    {
        using var stub = Stub.Answering(HttpStatusCode.BadRequest, """{"error":{"code":"bad alex@acme.com","message":"m","field":"x alex@acme.com"}}""");
        Assert.DoesNotContain("alex", (await Assert.ThrowsAnyAsync<PeekerApiException>(() => stub.Client.Me.GetAsync())).ToString(), StringComparison.Ordinal);
    }
}
