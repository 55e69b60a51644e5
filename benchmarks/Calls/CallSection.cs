using System.Text.Json.Nodes;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.Measuring;
using Peeker.Benchmarks.Serving;

namespace Peeker.Benchmarks.Calls;

/// <summary>Whole calls over loopback, against a server in a process of its own.</summary>
internal sealed class CallSection : ISection
{
    private static readonly (string Name, Func<ICaller, Task> Call)[] Calls =
    [
        ("get an order", caller => caller.GetOrderAsync()),
        ("create an order", caller => caller.CreateOrderAsync()),
        ("availability of 50", caller => caller.CheckAvailabilityAsync()),
    ];

    public string Name => "Calls";

    public async Task MeasureAsync(Effort effort, Report report)
    {
        using var server = await ServerProcess.StartAsync();
        Func<Uri, ICaller>[] all = [address => new FloorCaller(address), address => new PeekerCaller(address), address => new StockCaller(address), address => new RefitCaller(address), address => new KiotaCaller(address)];
        foreach (var one in all) await CheckAsync(one, new(server.Address, AnswerServer.Checked));
        var callers = all.Select(one => one(server.Address)).ToList();
        var contest = new CallContest(effort.CallRounds, effort.Calls);
        report.Heading("A whole call over loopback, as a multiple of the floor");
        var rows = new List<IReadOnlyList<string>>();
        foreach (var (name, call) in Calls)
        {
            var (control, alone) = await contest.RunAsync(callers, call, 1);
            var (crowdControl, crowd) = await contest.RunAsync(callers, call, 64);
            for (var caller = 0; caller < callers.Count; caller++)
            {
                rows.Add([
                    $"{name}: {callers[caller].Name}",
                    caller == 0 ? $"A/A {Report.Ratio(control.Cpu)}" : Report.Ratio(alone[caller].Cpu),
                    Report.Bytes(alone[caller].Bytes),
                    Report.Ratio(alone[caller].Bytes / alone[0].Bytes),
                    caller == 0 ? $"A/A {Report.Ratio(control.Rate)}" : Report.Ratio(alone[caller].Rate),
                    caller == 0 ? $"A/A {Report.Ratio(crowdControl.Rate)}" : Report.Ratio(crowd[caller].Rate)]);
            }

            Expect(report, name, alone);
        }

        report.Table(["", "CPU", "bytes", "of the floor's", "rate, 1 in flight", "rate, 64 in flight"], rows);
        foreach (var caller in callers) caller.Dispose();
    }

    /// <summary>Before anything is measured: the bodies that arrive are the documents, and the answers were read.</summary>
    private static async Task CheckAsync(Func<Uri, ICaller> one, Uri address)
    {
        using var caller = one(address);
        using var http = new HttpClient { BaseAddress = address };
        foreach (var (call, document) in ((Func<ICaller, Task>, byte[])[])[(one => one.CreateOrderAsync(), DocumentSet.Named("order request of 10 domains").Bytes), (one => one.CheckAvailabilityAsync(), CallSamples.AvailabilityBody)])
        {
            await call(caller);
            if (!Document.Holds(JsonNode.Parse(await http.GetByteArrayAsync("body")), JsonNode.Parse(document))) throw new InvalidOperationException($"{caller.Name} sends another body than the others.");
        }

        if (await caller.CountAsync() is not (10, 10, 50) and var counts) throw new InvalidOperationException($"{caller.Name} reads {counts} domains in the three answers.");
    }

    private static void Expect(Report report, string name, CallFigure[] figures)
    {
        report.Headline($"{name} over loopback, CPU", figures[1].Cpu, figures[2].Cpu, figures[3].Cpu, figures[4].Cpu);
        report.Headline($"{name} over loopback, bytes", figures[1].Bytes / figures[0].Bytes, figures[2].Bytes / figures[0].Bytes, figures[3].Bytes / figures[0].Bytes, figures[4].Bytes / figures[0].Bytes);
        report.Expect($"{name}: CPU against the floor", figures[1].Cpu, 1.25);
        report.Expect($"{name}: bytes against the floor", figures[1].Bytes / figures[0].Bytes, 1.25);
        report.Expect($"{name}: CPU against the best of NSwag, Refit and Kiota", figures[1].Cpu / figures[2..].Min(figure => figure.Cpu), 1);
        report.Expect($"{name}: bytes against the best of NSwag, Refit and Kiota", figures[1].Bytes / figures[2..].Min(figure => figure.Bytes), 1);
    }
}
