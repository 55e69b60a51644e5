using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Lengthy;

/// <summary>BenchmarkDotNet, whose tables go to benchmarks/results.</summary>
internal static class LengthyRun
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["Reading"] = typeof(ReadingBenchmarks), ["Writing"] = typeof(WritingBenchmarks), ["Verify"] = typeof(VerifyBenchmarks),
    };

    public static string Results { get; } = Path.Combine(Repository.Root, "benchmarks", "results");

    /// <summary>What of the sections works within one process; the others are measured in processes of their own, which BenchmarkDotNet does not count.</summary>
    public static void Run(IEnumerable<ISection> sections)
    {
        // In this process: what it builds for each job elsewhere would generate and compile all of this again.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Results);
        foreach (var section in sections)
        {
            if (Types.TryGetValue(section.Name, out var type)) BenchmarkRunner.Run(type, config);
        }
    }
}
