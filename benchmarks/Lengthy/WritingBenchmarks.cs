using Peeker.Benchmarks.Documents;

namespace Peeker.Benchmarks.Lengthy;

/// <summary>From objects to bytes.</summary>
public class WritingBenchmarks : DocumentBenchmarks
{
    private protected override Func<object> Work(Contender contender, Document document)
    {
        var value = contender.Read(document.Bytes);
        return () => contender.Write(value);
    }
}
