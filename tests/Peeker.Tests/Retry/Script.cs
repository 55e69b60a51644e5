using System.Net;
using System.Text;
using Peeker.Tests.Http;

namespace Peeker.Tests.Retry;

/// <summary>A client whose attempts end one after the other as a test has written; one too many throws.</summary>
internal sealed class Script : HttpMessageHandler
{
    public const string Bundle =
        """{"data":{"id":"bun_1","name":"n","monthly_sending_volume":1,"google_percent":null,"microsoft_percent":null,"send_on_weekends":false,"google_inboxes_per_domain":2,"effective":{"google_percent":50,"microsoft_percent":50},"required_domains":{"google":1,"microsoft":1,"total":2},"status":"active","created_at":"2026-05-08T12:00:00Z"}}""";

    public const string Receipt =
        """{"data":{"id":"ord_1","user_id":"usr_1","email":"a@b.example","bundle_id":null,"status":"in_progress","domain_count":1,"costs":{"total_cents":1,"currency":"usd"},"created_at":"2026-05-08T12:00:00Z"}}""";

    private readonly Queue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _ends = new();

    public Script(PeekerClientOptions? options = null, double chance = 0) => Client = new(new()
    {
        ApiKeySource = options?.ApiKeySource ?? (_ => ValueTask.FromResult(Stub.Key)),
        Handler = this,
        AttemptTimeout = options?.AttemptTimeout ?? TimeSpan.FromSeconds(60),
        Deadline = options?.Deadline ?? TimeSpan.FromMinutes(3),
        MaxRetries = options?.MaxRetries ?? 5,
        RequestsPerMinute = null,
        RequestBudget = options?.RequestBudget,
        LoggerFactory = options?.LoggerFactory,
        Time = Clock,
        Random = new FixedChance(chance),
    });

    public PeekerClient Client { get; }

    public WatchedClock Clock { get; } = new();

    /// <summary>The requests that were sent, each a message of its own.</summary>
    public List<HttpRequestMessage> Requests { get; } = [];

    public List<byte[]?> Bodies { get; } = [];

    public List<string?> Keys { get; } = [];

    public Script Answers(int status, string json, params (string Name, string Value)[] headers) => Then((_, _) =>
    {
        var message = Stub.Json((HttpStatusCode)status, json);
        foreach (var (name, value) in headers) message.Headers.Add(name, value);
        return Task.FromResult(message);
    });

    public Script Limits(int seconds) =>
        Answers(429, """{"error":{"code":"rate_limited","message":"m","details":{"retry_after_seconds":N}}}""".Replace("N", $"{seconds}", StringComparison.Ordinal));

    public Script Fails(int status = 503) => Answers(status, """{"error":{"code":"server_error","message":"m"}}""");

    public Script Breaks(HttpRequestError error) => Then((_, _) => throw new HttpRequestException(error, "broken"));

    public Script CutsShort(int status = 200) => Then((_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
    {
        Content = new StreamContent(new BrokenStream("{\"data\":"u8.ToArray())),
    }));

    public Script Hangs() => Then(async (_, cancellation) =>
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        throw new InvalidOperationException("Silence ended.");
    });

    public Script Then(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> end)
    {
        _ends.Enqueue(end);
        return this;
    }

    /// <summary>Makes the call and lets time pass until it ends.</summary>
    public Task<T> RunAsync<T>(Func<PeekerClient, Task<T>> call) => Clock.PassAsync(call(Client));

    /// <summary>The text of a body.</summary>
    public string Body(int attempt) => Encoding.UTF8.GetString(Bodies[attempt]!);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        Bodies.Add(request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken));
        Keys.Add(request.Headers.Authorization?.ToString());
        Assert.True(_ends.TryDequeue(out var end), "The client made an attempt that the test did not expect.");
        return await end(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) Client.Dispose();
        base.Dispose(disposing);
    }

    private sealed class BrokenStream(byte[] start) : MemoryStream(start)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new HttpIOException(HttpRequestError.ResponseEnded, "cut");
    }
}
