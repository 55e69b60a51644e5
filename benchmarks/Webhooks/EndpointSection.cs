using Peeker.Benchmarks.Measuring;
using Peeker.Benchmarks.Serving;
using Peeker.Sandbox;

namespace Peeker.Benchmarks.Webhooks;

/// <summary>The endpoint in Kestrel (verify, parse, inbox in memory, an empty handler) beside one that only reads the body.</summary>
internal sealed class EndpointSection : ISection
{
    private const int Connections = 32;
    private const string Documented = "documented";

    private static readonly string[] Paths = [AnswerServer.Bare, AnswerServer.Webhooks, AnswerServer.ByHand, AnswerServer.Bare];

    public string Name => "Endpoint";

    public async Task MeasureAsync(Effort effort, Report report)
    {
        // A process each: the events that an inbox remembers are no load of anybody else's.
        var contenders = new List<Receiver>();
        foreach (var path in Paths) contenders.Add(await Receiver.StartAsync(path, Connections));
        report.Heading("The webhook endpoint in Kestrel, as a multiple of an endpoint that only reads the body");
        var rows = new List<IReadOnlyList<string>>();
        Deliveries deliveries = null!;
        var count = effort.Calls * 8;

        // The event as the specification shows it, with three members of the order; and with a whole order of ten domains.
        foreach (var (name, template) in ((string, WebhookEvent)[])[(Documented, new WebhookEvents(seed: 2).OrderCompleted()), ("whole order's", Documents.Samples.Events[1])])
        {
            deliveries = new(template);
            // Rates of whole servers differ from round to round by a third and more.
            var taken = await MeasureAsync(3 * effort.CallRounds);
            double Ratio(int turn, Func<(double Rate, double Cpu), double> of) => Contest.Median(taken.Select(round => of(round[turn]) / of(round[0])));
            rows.Add([
                $"{name} event, {deliveries.BodyLength} B", Report.Ratio(Ratio(3, turn => turn.Rate)), $"**{Report.Ratio(Ratio(1, turn => turn.Rate))}**", Report.Ratio(Ratio(2, turn => turn.Rate)),
                Report.Ratio(Ratio(3, turn => turn.Cpu)), Report.Ratio(Ratio(1, turn => turn.Cpu)), Report.Ratio(Ratio(2, turn => turn.Cpu))]);
            report.Headline($"webhook endpoint, {name} event of {deliveries.BodyLength} B, rate of one that only reads the body", Ratio(1, turn => turn.Rate));

            // Nobody reads a whole order in so little time: there ours takes at most a twentieth longer than the endpoint that does no more than it has to.
            if (name == Documented) report.Expect("webhook endpoint, documented event: share of the bare endpoint's rate", Ratio(1, turn => turn.Rate), 0.75, atLeast: true);
            else report.Expect("webhook endpoint, whole order: rate against the endpoint by hand", Contest.Median(taken.Select(round => round[1].Rate / round[2].Rate)), 0.95, atLeast: true);
        }

        report.Table(["", "bare again (A/A), rate", "verify, parse, inbox in memory, empty handler: rate", "by hand, verify and parse alone: rate", "bare again, CPU of the server", "CPU of the server", "by hand, CPU"], rows);
        foreach (var contender in contenders) contender.Dispose();

        async Task<List<(double Rate, double Cpu)[]>> MeasureAsync(int most)
        {
            var compiler = new BackgroundCompiler();
            do
            {
                foreach (var contender in contenders) await contender.TakeAsync(deliveries, count);
            }
            while (await compiler.IsBusyAsync(async () => (await Task.WhenAll(contenders.Select(contender => contender.CompiledAsync()))).Sum()));

            var (rounds, order) = (new List<(double Rate, double Cpu)[]>(), new Turns(contenders.Count));
            for (var round = 0; round < most; round++)
            {
                var taken = new (double, double)[contenders.Count];
                foreach (var place in order.Next()) taken[place] = await contenders[place].TakeAsync(deliveries, count);
                rounds.Add(taken);
            }

            return rounds;
        }
    }
}
