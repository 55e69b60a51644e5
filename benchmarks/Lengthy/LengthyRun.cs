using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Peeker.Benchmarks.Lengthy;

/// <summary>BenchmarkDotNet, whose tables go to benchmarks/results.</summary>
internal static class LengthyRun
{
    public static string Results { get; } = Path.Combine(Repository.Root, "benchmarks", "results");

    public static void Run(IReadOnlyList<string> globs)
    {
        // In this process: what it builds for each job elsewhere would generate and compile all of this again.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)).WithArtifactsPath(Results);
        BenchmarkSwitcher.FromTypes([typeof(JsonBenchmarks), typeof(WebhookBenchmarks)]).Run(["--filter", .. globs], config);
    }
}
