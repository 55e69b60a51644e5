using BenchmarkDotNet.Attributes;
using Peeker.Benchmarks.Documents;

namespace Peeker.Benchmarks.Lengthy;

/// <summary>Reading and writing under BenchmarkDotNet, for those who want its tables.</summary>
[MemoryDiagnoser]
public class JsonBenchmarks
{
    private Document _document = null!;
    private Contender _contender = null!;
    private object _value = null!;

    /// <summary>Every document.</summary>
    public static IEnumerable<string> Documents => DocumentSet.All.Select(document => document.Name);

    /// <summary>Everyone.</summary>
    public static IEnumerable<string> Contenders => [Contender.Floor, Contender.Peeker, Contender.Stock, Contender.Kiota];

    /// <summary>Which document.</summary>
    [ParamsSource(nameof(Documents))]
    public string Document { get; set; } = "";

    /// <summary>By whom.</summary>
    [ParamsSource(nameof(Contenders))]
    public string By { get; set; } = "";

    /// <summary>Takes the document and the contender out of their sets.</summary>
    [GlobalSetup]
    public void Choose()
    {
        _document = DocumentSet.Named(Document);
        _contender = _document.Contenders.First(contender => contender.Name == By);
        _value = _contender.Read(_document.Bytes);
    }

    /// <summary>From bytes to objects.</summary>
    [Benchmark]
    public object Read() => _contender.Read(_document.Bytes);

    /// <summary>From objects to bytes.</summary>
    [Benchmark]
    public byte[] Write() => _contender.Write(_value);
}
