using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Documents;

/// <summary>How everyone did with one document, as multiples of the floor.</summary>
internal sealed record DocumentFigures(Document Document, double Control, long FloorBytes, IReadOnlyDictionary<string, DocumentFigures.Figure> Contenders)
{
    private static readonly string[] Others = [Contender.Stock, Contender.Refit, Contender.Kiota];

    public Figure Peeker => Contenders[Contender.Peeker];

    public static IReadOnlyList<DocumentFigures> Of(Effort effort, Func<Contender, Document, Action> work) =>
        [.. DocumentSet.All.Where(document => effort.EveryEvent || !document.IsRepeat).Select(document =>
        {
            var actions = document.Contenders.Select(contender => work(contender, document)).ToList();
            var (control, ratios) = effort.Contest.Ratios(actions);
            var bytes = actions.Select(Contest.Allocated).ToList();
            return new DocumentFigures(document, control, bytes[0], document.Contenders.Select((contender, index) =>
                (contender.Name, Figure: new Figure(ratios[index], (double)bytes[index] / bytes[0]))).ToDictionary(pair => pair.Name, pair => pair.Figure));
        })];

    public static void Print(Report report, string heading, IReadOnlyList<DocumentFigures> figures)
    {
        report.Heading(heading);
        report.Table(
            ["", "floor again (A/A)", "Peeker", .. Others, "floor's bytes", "Peeker's", .. Others.Select(other => $"{other}'s")],
            figures.Select(figure => (IReadOnlyList<string>)
            [
                figure.Document.Name,
                Report.Ratio(figure.Control),
                $"**{Report.Ratio(figure.Peeker.Time)}**",
                .. Others.Select(other => figure.Cell(other, one => one.Time)),
                Report.Bytes(figure.FloorBytes),
                $"**{Report.Ratio(figure.Peeker.Bytes)}**",
                .. Others.Select(other => figure.Cell(other, one => one.Bytes)),
            ]));
    }

    public static void Headlines(Report report, string what, IReadOnlyList<DocumentFigures> figures)
    {
        report.Headline($"{what}, time", Middle(figures, Contender.Peeker, one => one.Time), Middle(figures, Contender.Stock, one => one.Time), Middle(figures, Contender.Refit, one => one.Time), Middle(figures, Contender.Kiota, one => one.Time));
        report.Headline($"{what}, bytes", Middle(figures, Contender.Peeker, one => one.Bytes), Middle(figures, Contender.Stock, one => one.Bytes), Middle(figures, Contender.Refit, one => one.Bytes), Middle(figures, Contender.Kiota, one => one.Bytes));
    }

    private static double Middle(IReadOnlyList<DocumentFigures> figures, string contender, Func<Figure, double> of) =>
        Contest.Median(figures.Where(figure => figure.Contenders.ContainsKey(contender)).Select(figure => of(figure.Contenders[contender])));

    private string Cell(string contender, Func<Figure, double> of) => Contenders.TryGetValue(contender, out var figure) ? Report.Ratio(of(figure)) : "";

    internal readonly record struct Figure(double Time, double Bytes);
}
