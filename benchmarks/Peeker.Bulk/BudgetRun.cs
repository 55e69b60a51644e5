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
        // What a process does once (compile, connect) is no part of the measurement, and its permits are free again when that begins.
        await CheckAsync(peeker, 32);
        await Task.Delay(window * 1.5);
        counter.Reset();
        await CheckAsync(peeker, (permits * windows) + 1);

        var used = windows * window / Stopwatch.GetElapsedTime(counter.First, counter.Last);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{used} {counter.Sent} {counter.Refused}"));
    }

    private static async Task CheckAsync(PeekerClient peeker, int requests)
    {
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(Names(requests * AvailabilityRequest.MaxDomains)))
        {
            if (outcome.Error is { } error) throw error;
        }
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

        public void Reset() => _sent = 0;

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
