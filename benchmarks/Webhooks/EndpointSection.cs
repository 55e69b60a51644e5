using System.Diagnostics;
using System.Globalization;
using Peeker.Benchmarks.Measuring;
using Peeker.Benchmarks.Serving;
using Peeker.Sandbox;

namespace Peeker.Benchmarks.Webhooks;

/// <summary>The endpoint in Kestrel (verify, parse, inbox in memory, an empty handler) beside one that only reads the body.</summary>
internal sealed class EndpointSection : ISection
{
    private const int Connections = 32;

    private static readonly string[] Turns = [AnswerServer.Bare, AnswerServer.Webhooks, AnswerServer.ByHand, AnswerServer.Bare];

    public string Name => "Endpoint";

    public async Task MeasureAsync(Effort effort, Report report)
    {
        using var server = await ServerProcess.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };
        var clients = Enumerable.Range(0, Connections).Select(_ => new RawClient()).ToList();
        foreach (var client in clients) await client.ConnectAsync(server.Address);
        report.Heading("The webhook endpoint in Kestrel, as a multiple of an endpoint that only reads the body");
        var rows = new List<IReadOnlyList<string>>();
        Deliveries deliveries = null!;
        var count = effort.Calls * 8;

        // The event as the specification shows it, with three members of the order; and with a whole order of ten domains.
        foreach (var (name, template) in ((string, WebhookEvent)[])[("documented", new WebhookEvents(seed: 2).OrderCompleted()), ("whole", Documents.Samples.Events[1])])
        {
            deliveries = new(server.Address, template);
            var taken = await MeasureAsync(effort.CallRounds);
            double Ratio(int turn, Func<(double Rate, double Cpu), double> of) => Contest.Median(taken.Select(round => of(round[turn]) / of(round[0])));
            rows.Add([
                $"{name} event, {deliveries.BodyLength} B", Report.Ratio(Ratio(3, turn => turn.Rate)), $"**{Report.Ratio(Ratio(1, turn => turn.Rate))}**", Report.Ratio(Ratio(2, turn => turn.Rate)),
                Report.Ratio(Ratio(3, turn => turn.Cpu)), Report.Ratio(Ratio(1, turn => turn.Cpu)), Report.Ratio(Ratio(2, turn => turn.Cpu))]);
            report.Headline($"webhook endpoint, {name} event of {deliveries.BodyLength} B, rate of one that only reads the body", Ratio(1, turn => turn.Rate));
            report.Expect($"webhook endpoint, {name} event: share of the bare endpoint's rate", Ratio(1, turn => turn.Rate), 0.75, atLeast: true);
        }

        report.Table(["", "bare again (A/A), rate", "verify, parse, inbox in memory, empty handler: rate", "by hand, verify and parse alone: rate", "bare again, CPU of the server", "CPU of the server", "by hand, CPU"], rows);
        foreach (var client in clients) client.Dispose();

        async Task<List<(double Rate, double Cpu)[]>> MeasureAsync(int most)
        {
            var compiler = new BackgroundCompiler();
            do
            {
                foreach (var path in Turns) await TurnAsync(path);
            }
            while (await compiler.IsBusyAsync(CompiledAsync));

            var rounds = new List<(double Rate, double Cpu)[]>();
            for (var round = 0; round < most; round++)
            {
                var taken = new (double, double)[Turns.Length];
                for (var place = 0; place < Turns.Length; place++) taken[(place + round) % Turns.Length] = await TurnAsync(Turns[(place + round) % Turns.Length]);
                rounds.Add(taken);
            }

            return rounds;
        }

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

        async Task<long> CompiledAsync() => long.Parse(await http.GetStringAsync("compiled"), CultureInfo.InvariantCulture);

        async Task<double> CpuAsync() => double.Parse(await http.GetStringAsync("cpu"), CultureInfo.InvariantCulture);
    }
}
