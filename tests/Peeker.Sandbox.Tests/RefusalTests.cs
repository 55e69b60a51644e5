using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Peeker.Sandbox.Tests;

/// <summary>Whatever is wrong with a request, the answer is the documented envelope.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer pk_test_wrong")]
    [InlineData("Basic cGs6")]
    public async Task A_request_without_a_good_key_is_unauthorized(string? authorization)
    {
        await using var lab = await Lab.StartAsync();
        lab.Http.DefaultRequestHeaders.Remove("Authorization");
        if (authorization is not null) lab.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        (await lab.Get("me")).Refuses(401, "unauthorized", null);
    }

    [Fact]
    public async Task The_key_of_one_sandbox_opens_no_other()
    {
        await using var one = await Lab.StartAsync(new() { Seed = 1 });
        await using var two = await Lab.StartAsync(new() { Seed = 2 });
        two.Http.DefaultRequestHeaders.Authorization = new("Bearer", one.Sandbox.ApiKey);
        (await two.Get("me")).Refuses(401, "unauthorized", null);
    }

    [Theory]
    [InlineData("GET", "nothing", 404, "not_found")]
    [InlineData("GET", "../../elsewhere", 404, "not_found")]
    [InlineData("GET", "bundles/", 404, "not_found")]
    [InlineData("GET", "bundles/bun_01HZX0BU1A2B3C4D5E6F7G8H", 404, "not_found")]
    [InlineData("DELETE", "bundles/bun_01HZX0BU1A2B3C4D5E6F7G8H", 404, "not_found")]
    [InlineData("GET", "orders/ord_01HZX0BU1A2B3C4D5E6F7G8H", 404, "not_found")]
    [InlineData("GET", "users/usr_01HZX0BU1A2B3C4D5E6F7G8H", 404, "not_found")]
    [InlineData("GET", "domains/import/imp_01HZX0BU1A2B3C4D5E6F7G8H", 404, "not_found")]
    [InlineData("GET", "domains/forwarding/fwj_01HZX0BU1A2B3C4D5E6F7G8H", 404, "not_found")]
    [InlineData("GET", "domains/import?domains=nobody.com", 404, "not_found")]
    [InlineData("PUT", "bundles", 405, "invalid_request")]
    [InlineData("GET", "swaps/user_names", 405, "invalid_request")]
    [InlineData("POST", "orders/pending", 405, "invalid_request")]
    public async Task An_address_that_leads_nowhere(string method, string path, int status, string code)
    {
        await using var lab = await Lab.StartAsync();
        var answer = await lab.Http.SendAsync(new(new(method), path));
        var body = await answer.Content.ReadAsByteArrayAsync();
        SpecificationJudge.Judge("ErrorEnvelope", body);
        Assert.Equal((status, code), ((int)answer.StatusCode, System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("error").GetProperty("code").GetString()));
        Assert.True(answer.Headers.Contains("Peeker-Request-Id"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"name":"a","name":}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"name":"\ud800","monthly_sending_volume":1}""")]
    [InlineData("""{"\udc00":1,"name":"a","monthly_sending_volume":1}""")]
    public async Task A_body_that_is_no_object(string body)
    {
        await using var lab = await Lab.StartAsync();
        Assert.Equal((400, "invalid_request"), (await lab.Post("bundles", body)) is var answer ? (answer.Status, answer.Code) : default);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { (byte)'{', (byte)'"', (byte)'n', (byte)'a', (byte)'m', (byte)'e', (byte)'"', (byte)':', (byte)'"', 0xC3, (byte)'"', (byte)'}' })]
    public async Task A_body_that_is_no_text(byte[] body)
    {
        await using var lab = await Lab.StartAsync();
        var answer = await lab.Send(new(HttpMethod.Post, "bundles") { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } });
        Assert.Equal((400, "invalid_request"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_body_that_is_nested_too_deeply()
    {
        await using var lab = await Lab.StartAsync();
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 10_000)) + "1" + new string('}', 10_000);
        (await lab.Post("bundles", deep)).Refuses(400, "invalid_request", null);
    }

    [Theory]
    [InlineData(1 << 20, 400)]
    [InlineData((1 << 20) + 1, 413)]
    public async Task A_body_of_a_mebibyte_is_read_and_one_byte_more_is_not(int length, int status)
    {
        await using var lab = await Lab.StartAsync();
        var answer = await lab.Post("bundles", new string(' ', length));
        Assert.Equal((status, "invalid_request"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Another_content_type_is_not_read(string? mediaType)
    {
        await using var lab = await Lab.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"name":"a","monthly_sending_volume":1}"""));
        if (mediaType is not null) content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        (await lab.Send(new(HttpMethod.Post, "bundles") { Content = content })).Refuses(415, "invalid_request", null);
    }

    [Fact]
    public async Task No_message_repeats_what_was_sent()
    {
        await using var lab = await Lab.StartAsync();
        var order = Lab.Order("\"google_licenses\":2", "acme-mail.com").Replace("peeker@yourcompany.com", "hidden-person", StringComparison.Ordinal);
        var answer = await lab.Post("orders", order);
        answer.Refuses(400, "invalid_request", "sequencer.login_email");
        Assert.DoesNotContain("hidden-person", answer.Body.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("let-me-in", answer.Body.GetRawText(), StringComparison.Ordinal);
    }
}
