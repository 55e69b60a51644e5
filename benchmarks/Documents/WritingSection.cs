using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Documents;

/// <summary>From objects to new bytes.</summary>
internal sealed class WritingSection : ISection
{
    public string Name => "Writing";

    public Task MeasureAsync(Effort effort, Report report)
    {
        var figures = DocumentFigures.Of(effort, (contender, document) =>
        {
            var value = contender.Read(document.Bytes);
            return () => contender.Write(value);
        });
        DocumentFigures.Print(report, "Writing, as a multiple of the floor", figures);
        DocumentFigures.Headlines(report, "writing, median of all documents", figures);
        report.Expect("writing: time against the floor, median of all documents", Contest.Median(figures.Select(figure => figure.Peeker.Time)), 1.05);
        report.Expect("writing: time against the floor, the worst document", figures.Max(figure => figure.Peeker.Time), 1.05);
        report.Expect("writing: bytes against the floor, the worst document", figures.Max(figure => figure.Peeker.Bytes), 1);
        return Task.CompletedTask;
    }
}
