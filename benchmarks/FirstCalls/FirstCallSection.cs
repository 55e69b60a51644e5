using System.Runtime.InteropServices;
using Peeker.Benchmarks.Calls;
using Peeker.Benchmarks.Measuring;
using Peeker.Benchmarks.Serving;

namespace Peeker.Benchmarks.FirstCalls;

/// <summary>From the start of a process to its first answer, compiled just in time and ahead of time, and the size of the program.</summary>
internal sealed class FirstCallSection : ISection
{
    private const string Peeker = "FirstCall.Peeker", Floor = "FirstCall.Floor";

    public string Name => "StartUp";

    public bool IsLong => true;

    public async Task MeasureAsync(Effort effort, Report report)
    {
        using var server = await ServerProcess.StartAsync();
        var folder = Directory.CreateTempSubdirectory("peeker-first-call");
        try
        {
            var rows = new List<IReadOnlyList<string>>();
            foreach (var (kind, jit) in ((string, bool)[])[("just in time", true), ("ahead of time", false)])
            {
                var (floor, peeker) = (await PublishAsync(Floor, jit, folder, report), await PublishAsync(Peeker, jit, folder, report));
                var (control, ratio) = await RaceAsync(effort.Launches, server.Address, floor, peeker);
                rows.Add([kind, Report.Ratio(control), $"**{Report.Ratio(ratio)}**", jit ? "" : Megabytes(floor), jit ? "" : Megabytes(peeker)]);
                if (jit) continue;
                report.Headline("first call of a process, ahead of time", ratio);
                report.Headline("the program of that call, size", new FileInfo(peeker).Length / (double)new FileInfo(floor).Length);
                report.Expect("ahead of time: first call against HttpClient's", ratio, 1.5);
                report.Expect("ahead of time: size of the program", new FileInfo(peeker).Length / 1e6, 8, unit: " MB");
            }

            report.Heading("The first call of a process, as a multiple of the floor");
            report.Table(["", "floor again (A/A)", "Peeker", "floor's program", "Peeker's program"], rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> PublishAsync(string project, bool jit, DirectoryInfo folder, Report report)
    {
        var output = Path.Combine(folder.FullName, $"{project}-{(jit ? "jit" : "aot")}");
        var (_, said) = await Command.RunAsync(
            "dotnet", "publish", Path.Combine(Repository.Root, "benchmarks", project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", jit ? "false" : "true", $"-p:Jit={(jit ? "true" : "false")}", "--nologo", "-v:m", "-o", output,
            // A warning is a target that is missed, and no end of the run.
            "-p:TreatWarningsAsErrors=false");
        if (!jit) report.Expect($"ahead of time: warnings of {project}", said.Split('\n').Count(line => line.Contains("warning", StringComparison.OrdinalIgnoreCase)), 0);
        return Path.Combine(output, project);
    }

    private static async Task<(double Control, double Ratio)> RaceAsync(int rounds, Uri address, string floor, string peeker)
    {
        string[] turns = [floor, peeker, floor];
        foreach (var program in turns) await Command.RunAsync(program, address.AbsoluteUri, CallSamples.Key);
        var (took, order) = (new List<double[]>(), new Turns(turns.Length));
        for (var round = 0; round < rounds; round++)
        {
            var times = new double[turns.Length];
            foreach (var turn in order.Next()) times[turn] = (await Command.RunAsync(turns[turn], address.AbsoluteUri, CallSamples.Key)).Time.TotalMilliseconds;

            took.Add(times);
        }

        return (Contest.Median(took.Select(times => times[2] / times[0])), Contest.Median(took.Select(times => times[1] / times[0])));
    }

    private static string Megabytes(string program) => $"{Report.Ratio(new FileInfo(program).Length / 1e6)} MB";
}
