using System.Diagnostics;
using System.Net;

namespace Peeker.Sandbox.Load;

/// <summary>So many connections, each with one request after the other, for a time. All sides of a comparison use this one.</summary>
internal sealed class LoadGenerator(int connections, TimeSpan time)
{
    /// <summary>Long enough for the just-in-time compiler to have done its last round.</summary>
    public Task WarmUpAsync(Func<int, HttpRequestMessage> request, HttpStatusCode expected) => RateAsync(request, expected, TimeSpan.FromSeconds(8));

    public Task<double> RateAsync(Func<int, HttpRequestMessage> request, HttpStatusCode expected) => RateAsync(request, expected, time);

    private async Task<double> RateAsync(Func<int, HttpRequestMessage> request, HttpStatusCode expected, TimeSpan span)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseProxy = false, UseCookies = false });
        await RunAsync(http, request, expected, span / 4);
        var watch = Stopwatch.StartNew();
        var done = await RunAsync(http, request, expected, span);
        return done / watch.Elapsed.TotalSeconds;
    }

    private int _number;

    private async Task<int> RunAsync(HttpClient http, Func<int, HttpRequestMessage> request, HttpStatusCode expected, TimeSpan span)
    {
        var done = 0;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < span)
            {
                using var message = request(Interlocked.Increment(ref _number));
                using var answer = await http.SendAsync(message);
                if (answer.StatusCode != expected) throw new InvalidOperationException($"{message.Method} was answered with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                await answer.Content.CopyToAsync(Stream.Null);
                Interlocked.Increment(ref done);
            }
        })));
        return done;
    }
}
