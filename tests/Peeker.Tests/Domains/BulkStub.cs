using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Peeker.Tests.Http;

namespace Peeker.Tests.Domains;

/// <summary>A client whose requests carry domains, and what a test needs to know of them.</summary>
internal sealed class BulkStub : HttpMessageHandler
{
    private int _underWay;
    private int _most;

    public BulkStub() => Client = new(Stub.Key, new() { Handler = this, MaxRetries = 0, RequestsPerMinute = null });

    public PeekerClient Client { get; }

    /// <summary>Answers a request, given its domains and its number from 0; rows for all of them if a test does not say.</summary>
    public Func<string[], int, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } = (names, _, _) => Task.FromResult(Rows(names));

    /// <summary>The domains of each request, in the order of their arrival.</summary>
    public ConcurrentQueue<string[]> Requests { get; } = new();

    public int MostUnderWay => _most;

    public int UnderWay => Volatile.Read(ref _underWay);

    public static HttpResponseMessage Rows(IEnumerable<string> names) => Stub.Json(
        HttpStatusCode.OK, JsonSerializer.Serialize(new { data = new { domains = names.Select(name => new { domain = name, available = true }) } }));

    public static HttpResponseMessage Job(int number) => Stub.Json(HttpStatusCode.OK, $$$"""{"data":{"id":"imp_{{{number}}}","status":"in_progress"}}""");

    public static HttpResponseMessage Failure(HttpStatusCode status, string code) => Stub.Json(status, $$$"""{"error":{"code":"{{{code}}}","message":"No."}}""");

    public static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(number => $"acme-{number}.com");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).RootElement;
        string[] names = [.. body.GetProperty("domains").EnumerateArray().Select(name => name.GetString()!)];
        int number;
        lock (Requests)
        {
            number = Requests.Count;
            Requests.Enqueue(names);
            _most = Math.Max(_most, ++_underWay);
        }

        try
        {
            return await Answer(names, number, cancellationToken);
        }
        finally
        {
            lock (Requests) _underWay--;
        }
    }

    protected override void Dispose(bool disposing)
    {
        Client.Dispose();
        base.Dispose(disposing);
    }
}
