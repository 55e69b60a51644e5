using BenchmarkDotNet.Attributes;
using Peeker.Benchmarks.Documents;

namespace Peeker.Benchmarks.Lengthy;

/// <summary>One document by everyone, against the floor, under BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public abstract class DocumentBenchmarks
{
    private readonly Dictionary<string, Func<object>> _work = [];

    /// <summary>Every document.</summary>
    public static IEnumerable<string> Documents => DocumentSet.All.Select(document => document.Name);

    /// <summary>Which document.</summary>
    [ParamsSource(nameof(Documents))]
    public string Document { get; set; } = "";

    /// <summary>Takes the document and those who read and write it out of their sets.</summary>
    [GlobalSetup]
    public void Choose()
    {
        var document = DocumentSet.Named(Document);
        foreach (var contender in document.Contenders) _work[contender.Name] = Work(contender, document);
    }

    /// <summary>By hand.</summary>
    [Benchmark(Baseline = true)]
    public object Floor() => _work[Contender.Floor]();

    /// <summary>Peeker.</summary>
    [Benchmark]
    public object Peeker() => _work[Contender.Peeker]();

    /// <summary>NSwag's own templates.</summary>
    [Benchmark]
    public object Stock() => _work[Contender.Stock]();

    /// <summary>Refit; it has no events, and there the figure is the floor's.</summary>
    [Benchmark]
    public object Refit() => _work[_work.ContainsKey(Contender.Refit) ? Contender.Refit : Contender.Floor]();

    /// <summary>Kiota's runtime.</summary>
    [Benchmark]
    public object Kiota() => _work[Contender.Kiota]();

    private protected abstract Func<object> Work(Contender contender, Document document);
}
