using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Documents;

/// <summary>From the bytes of an answer to objects.</summary>
internal sealed class ReadingSection : ISection
{
    public string Name => "Reading";

    public Task MeasureAsync(Effort effort, Report report)
    {
        var figures = DocumentFigures.Of(effort, (contender, document) =>
        {
            var bytes = document.Bytes;
            return () => contender.Read(bytes);
        });
        DocumentFigures.Print(report, "Reading, as a multiple of the floor", figures);
        DocumentFigures.Headlines(report, "reading, median of all documents", figures);
        report.Expect("reading: times as fast as the floor, median of all documents", Contest.Median(figures.Select(figure => 1 / figure.Peeker.Time)), 1.3, atLeast: true);
        report.Expect("reading: times as fast as the floor, the worst document", figures.Min(figure => 1 / figure.Peeker.Time), 1.3, atLeast: true);
        report.Expect("reading: bytes against the floor, the worst document", figures.Max(figure => figure.Peeker.Bytes), 1);
        return Task.CompletedTask;
    }
}
