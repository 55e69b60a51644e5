using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

public class ConfigurationTests
{
    [Theory]
    [InlineData("")]
    [InlineData("sk_live_123")]
    [InlineData("pk_test_")]
    [InlineData("pk_test_with space")]
    [InlineData("pk_live_with\nnewline")]
    public void What_cannot_be_a_key_is_refused_at_once_and_not_repeated(string key)
    {
        var thrown = Assert.Throws<PeekerConfigurationException>(() => new PeekerClient(key));
        Assert.Equal("ApiKey", thrown.Setting);
        if (key.Length > "pk_test_".Length) Assert.DoesNotContain(key, thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_of_keys_is_asked_for_each_attempt_and_checked()
    {
        using var stub = new MockHttpMessageHandler();
        var seen = new List<string>();
        stub.Fallback.Respond(request =>
        {
            seen.Add(request.Headers.Authorization!.ToString());
            return Stub.Json(System.Net.HttpStatusCode.NotFound, """{"error":{"code":"not_found","message":"m"}}""");
        });
        var key = "pk_test_first";
        using var client = new PeekerClient(new PeekerClientOptions { ApiKeySource = _ => ValueTask.FromResult(key), Handler = stub });
        await Assert.ThrowsAsync<PeekerNotFoundException>(() => client.Me.GetAsync());
        key = "pk_test_second";
        await Assert.ThrowsAsync<PeekerNotFoundException>(() => client.Me.GetAsync());
        key = "nonsense";
        await Assert.ThrowsAsync<PeekerConfigurationException>(() => client.Me.GetAsync());
        Assert.Equal(["Bearer pk_test_first", "Bearer pk_test_second"], seen);
    }

    [Theory]
    [InlineData("https://example.com/partner/v1", "AllowedHosts")]
    [InlineData("http://api.peeker.ai/partner/v1", "https")]
    [InlineData("https://user@api.peeker.ai/partner/v1", "user")]
    [InlineData("ftp://api.peeker.ai/", "https")]
    public void An_address_that_may_not_have_the_key_is_refused_before_anything_is_sent(string address, string remedy)
    {
        var thrown = Assert.Throws<PeekerConfigurationException>(() => new PeekerClient(Stub.Key, new() { BaseAddress = new(address) }));
        Assert.Equal("BaseAddress", thrown.Setting);
        Assert.Contains(remedy, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.com/v1", "https://example.com/v1/me")]
    [InlineData("https://EXAMPLE.com/v1/", "https://example.com/v1/me")]
    [InlineData("http://localhost:1/x", "http://localhost:1/x/me")]
    [InlineData("http://[::1]:1/x", "http://[::1]:1/x/me")]
    public async Task An_allowed_address_is_sent_the_key_with_or_without_its_closing_slash(string address, string expected)
    {
        using var mock = new MockHttpMessageHandler();
        mock.Fallback.Throw(new InvalidOperationException("unexpected"));
        mock.Expect(HttpMethod.Get, expected).WithHeaders("Authorization", $"Bearer {Stub.Key}")
            .Respond("application/json", """{"data":{"api_key":{"environment":"test","permission_preset":"full"},"partner":{"id":"org_1","name":"Acme"}}}""");
        using var client = new PeekerClient(Stub.Key, new() { BaseAddress = new(address), AllowedHosts = ["example.com"], Handler = mock });
        Assert.Equal("Acme", (await client.Me.GetAsync()).Partner.Name);
        mock.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_client_of_the_callers_sends_and_stays_open()
    {
        using var mock = new MockHttpMessageHandler();
        mock.When("https://api.peeker.ai/partner/v1/me").WithHeaders("X-Mine", "yes")
            .Respond("application/json", """{"data":{"api_key":{"environment":"test","permission_preset":"full"},"partner":{"id":"org_1","name":"Acme"}}}""");
        using var http = new HttpClient(mock) { DefaultRequestHeaders = { { "X-Mine", "yes" } } };
        for (var round = 0; round < 2; round++)
        {
            using var client = new PeekerClient(Stub.Key, new() { HttpClient = http });
            Assert.Equal("org_1", (await client.Me.GetAsync()).Partner.Id);
        }
    }

    [Fact]
    public void Without_any_other_key_the_environment_has_it()
    {
        var before = Environment.GetEnvironmentVariable("PEEKER_API_KEY");
        try
        {
            Environment.SetEnvironmentVariable("PEEKER_API_KEY", "nonsense");
            Assert.Throws<PeekerConfigurationException>(() => new PeekerClient());
            Assert.Throws<PeekerConfigurationException>(() => new PeekerClient(new PeekerClientOptions()));
            using var withKey = new PeekerClient(new PeekerClientOptions { ApiKey = Stub.Key });
            Environment.SetEnvironmentVariable("PEEKER_API_KEY", "pk_test_environment");
            using var fromEnvironment = new PeekerClient();
            Environment.SetEnvironmentVariable("PEEKER_API_KEY", null);
            Assert.Contains("PEEKER_API_KEY", Assert.Throws<PeekerConfigurationException>(() => new PeekerClient()).Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PEEKER_API_KEY", before);
        }
    }

    [Fact]
    public async Task What_cannot_work_is_refused_when_it_is_set()
    {
        foreach (var options in new PeekerClientOptions[] { new() { AttemptTimeout = TimeSpan.Zero }, new() { AttemptTimeout = TimeSpan.MaxValue }, new() { MaxResponseBytes = -1 }, new() { BaseAddress = null! }, new() { AllowedHosts = null! } })
            Assert.Throws<PeekerConfigurationException>(() => new PeekerClient(Stub.Key, options));
        Assert.Throws<ArgumentException>(() => new WebhookVerifier([null!]));
        using var stub = new Stub();
        await Assert.ThrowsAsync<ArgumentNullException>(() => stub.Client.Domains.FindImportAsync(null!));
    }

    [Fact]
    public void A_handler_and_a_client_at_once_are_refused()
    {
        using var http = new HttpClient();
        using var handler = new HttpClientHandler();
        Assert.Throws<PeekerConfigurationException>(() => new PeekerClient(Stub.Key, new() { HttpClient = http, Handler = handler }));
    }
}
