using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Peeker.Sandbox.Tests;

/// <summary>A sandbox behind its port, and a plain client. Every answer is judged by the specification before a test sees it.</summary>
internal sealed class Lab : IAsyncDisposable
{
    /// <summary>Where the clock of a sandbox stands whose time is given.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero);

    private readonly HttpClient _http;

    private Lab(PeekerSandbox sandbox, HttpMessageHandler handler)
    {
        Sandbox = sandbox;
        _http = new(handler) { BaseAddress = sandbox.BaseAddress };
        _http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.ApiKey);
    }

    public PeekerSandbox Sandbox { get; }

    public HttpClient Http => _http;

    public static async Task<Lab> StartAsync(PeekerSandboxOptions? options = null, bool overThePort = true)
    {
        var sandbox = await PeekerSandbox.StartAsync(options);
        return new(sandbox, overThePort ? new SocketsHttpHandler() : sandbox.CreateHandler());
    }

    /// <summary>Without a port.</summary>
    public static Lab InProcess(PeekerSandboxOptions? options = null)
    {
        var sandbox = PeekerSandbox.Create(options);
        return new(sandbox, sandbox.CreateHandler());
    }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<Answer> Post(string path, string? json) => Send(HttpMethod.Post, path, json);

    public Task<Answer> Patch(string path, string json) => Send(HttpMethod.Patch, path, json);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path, null);

    public Task<Answer> Send(HttpMethod method, string path, string? json) => Send(new(method, path)
    {
        Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json"),
    });

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        var response = await _http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Matches("^req_[0-9A-HJKMNP-TV-Z]{24}$", Assert.Single(response.Headers.GetValues("Peeker-Request-Id")));
        Assert.NotNull(response.Headers.Date);
        var path = response.RequestMessage!.RequestUri!.AbsolutePath["/partner/v1".Length..];
        SpecificationJudge.Judge(request.Method.Method, path, (int)response.StatusCode, bytes);
        return new((int)response.StatusCode, JsonDocument.Parse(bytes).RootElement, response);
    }

    /// <summary>A bundle that needs one Google and one Microsoft domain.</summary>
    public async Task<string> BundleForTwo() => (await Post("bundles", """{"name":"Two","monthly_sending_volume":1000}""")).Is(HttpStatusCode.Created).Id;

    public static string Order(string shape, params string[] domains) => $$"""
        {"user":"alex@acme.com",{{shape}},"sequencer":{"provider":"smartlead","client_id":366903,"login_email":"peeker@yourcompany.com","login_password":"let-me-in"},
        "forwarding_url":"https://acme.com","domains":{{JsonSerializer.Serialize(domains)}},
        "personas":[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":""},{"first_name":"Sam","last_name":"Lee","profile_picture_url":null}]}
        """;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Sandbox.DisposeAsync();
    }
}
