using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Peeker.Bulk;

/// <summary>
/// Sends one request more than so many windows allow. The last one cannot leave before the windows are over, so the time it left, against the time it could have left,
/// is the share of the budget that was used.
/// </summary>
internal static class BudgetRun
{
    public static async Task RunAsync(Uri baseAddress, string key, int permits, TimeSpan window, int windows)
    {
        await using var budget = new SlidingRequestBudget(new() { Permits = permits, Window = window });
        using var counter = new Counter();
        using var peeker = new PeekerClient(key, new() { BaseAddress = baseAddress, RequestBudget = budget, Handler = counter });
        var requests = (permits * windows) + 1;
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(Names(requests * AvailabilityRequest.MaxDomains), new() { InInputOrder = true }))
        {
            if (outcome.Error is { } error) throw error;
        }

        var used = windows * window / Stopwatch.GetElapsedTime(counter.First, counter.Last);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{used} {counter.Sent} {counter.Refused}"));
    }

    private static IEnumerable<string> Names(int count)
    {
        for (var number = 0; number < count; number++) yield return string.Create(CultureInfo.InvariantCulture, $"acme-{number}.com");
    }

    private sealed class Counter() : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _sent;
        private int _refused;

        public int Sent => _sent;

        public int Refused => _refused;

        public long First { get; private set; }

        public long Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (this)
            {
                Last = Stopwatch.GetTimestamp();
                if (_sent++ == 0) First = Last;
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) Interlocked.Increment(ref _refused);
            return response;
        }
    }
}
