using System.Diagnostics;
using System.Globalization;
using Peeker.Benchmarks.Measuring;
using Peeker.Benchmarks.Serving;

namespace Peeker.Benchmarks.Webhooks;

/// <summary>The endpoint in Kestrel (verify, parse, inbox in memory, an empty handler) beside one that only reads the body.</summary>
internal sealed class EndpointSection : ISection
{
    private const int Connections = 32;

    private static readonly string[] Turns = [AnswerServer.Bare, AnswerServer.Webhooks, AnswerServer.Bare];

    public string Name => "Endpoint";

    public async Task MeasureAsync(Effort effort, Report report)
    {
        using var server = await ServerProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        var clients = Enumerable.Range(0, Connections).Select(_ => new RawClient()).ToList();
        foreach (var client in clients) await client.ConnectAsync(server.Address);
        var deliveries = new Deliveries(server.Address);
        var count = effort.Calls * 8;
        for (var pass = 0; pass < 6; pass++)
        {
            foreach (var path in Turns) await TurnAsync(path);
        }

        var rounds = new List<(double Rate, double Cpu)[]>();
        for (var round = 0; round < effort.CallRounds; round++)
        {
            var taken = new (double, double)[Turns.Length];
            for (var place = 0; place < Turns.Length; place++) taken[(place + round) % Turns.Length] = await TurnAsync(Turns[(place + round) % Turns.Length]);
            rounds.Add(taken);
        }

        foreach (var client in clients) client.Dispose();
        double Ratio(int turn, Func<(double Rate, double Cpu), double> of) => Contest.Median(rounds.Select(round => of(round[turn]) / of(round[0])));
        report.Heading("The webhook endpoint in Kestrel, as a multiple of an endpoint that only reads the body");
        report.Table(["", "deliveries a second", "CPU of the server"],
        [
            ["reads the body, again (A/A)", Report.Ratio(Ratio(2, turn => turn.Rate)), Report.Ratio(Ratio(2, turn => turn.Cpu))],
            ["verify, parse, inbox in memory, empty handler", $"**{Report.Ratio(Ratio(1, turn => turn.Rate))}**", Report.Ratio(Ratio(1, turn => turn.Cpu))],
        ]);
        report.Headline("webhook endpoint, rate of one that only reads the body", Ratio(1, turn => turn.Rate));
        report.Expect("webhook endpoint: share of the bare endpoint's rate", Ratio(1, turn => turn.Rate), 0.75, atLeast: true);

        async Task<(double Rate, double Cpu)> TurnAsync(string path)
        {
            var requests = deliveries.Next(path, count);
            var begun = -1;
            var cpu = await CpuAsync();
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(clients.Select(async client =>
            {
                int next;
                while ((next = Interlocked.Increment(ref begun)) < requests.Length) await client.SendAsync(requests[next]);
            }));
            var time = Stopwatch.GetElapsedTime(start);
            return (count / time.TotalSeconds, await CpuAsync() - cpu);
        }

        async Task<double> CpuAsync() => double.Parse(await http.GetStringAsync("cpu"), CultureInfo.InvariantCulture);
    }
}
