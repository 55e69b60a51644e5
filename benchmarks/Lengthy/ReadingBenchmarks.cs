using Peeker.Benchmarks.Documents;

namespace Peeker.Benchmarks.Lengthy;

/// <summary>From bytes to objects.</summary>
public class ReadingBenchmarks : DocumentBenchmarks
{
    private protected override Func<object> Work(Contender contender, Document document) => () => contender.Read(document.Bytes);
}
