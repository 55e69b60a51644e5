using System.Diagnostics;
using System.Globalization;
using Peeker.Benchmarks.Serving;

namespace Peeker.Benchmarks.Profiles;

/// <summary>Where the time and the bytes of the top paths go. Needs perf, and the right to use it.</summary>
internal static class ProfileRun
{
    public const string Argument = "profile";

    private const double Least = 0.03;
    private const int Seconds = 5;

    // Until the compiler has done what it will: it compiles everything anew here.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    public static string Usage { get; } = $"For a profile: {Argument} [{string.Join("] [", Subject.Names)}], which needs perf.";

    /// <exception cref="System.ComponentModel.Win32Exception">There is no perf.</exception>
    /// <exception cref="InvalidOperationException">It may not be used.</exception>
    public static async Task RunAsync(IReadOnlyList<string> names)
    {
        foreach (var name in names.Count == 0 ? Subject.Names : names)
        {
            var start = OwnProcess.With(Subject.Argument, name);

            // The compiler writes down the names of everything, and leaves code at the address where it runs. Servers that the process starts have it from there.
            (start.Environment["DOTNET_PerfMapEnabled"], start.Environment["DOTNET_EnableWriteXorExecute"], start.Environment["DOTNET_ReadyToRun"]) = ("1", "0", "0");
            var begun = DateTime.UtcNow;
            using var process = Process.Start(start)!;
            var about = (await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{name} ended before it began; its own output tells why.")).Split('|');
            await Task.Delay(WarmUp);
            var id = int.Parse(about[0], CultureInfo.InvariantCulture);
            var stacks = await Stacks.TakeAsync(id, about[1], Seconds);
            var bytes = await Allocations.TakeAsync(id, TimeSpan.FromSeconds(Seconds));
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            foreach (var map in Directory.EnumerateFiles(Path.GetTempPath(), "perf-*.map"))
            {
                // Those of this process and its servers, which have ended.
                if (File.GetCreationTimeUtc(map) >= begun) File.Delete(map);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n### {name}: {about[2]} ({stacks.Samples} samples)\n"));
            Print("time, in the method or below", stacks.Below);
            Print("time, in its own code", stacks.Itself);
            Print("bytes, by type", bytes);
        }
    }

    private static void Print(string title, IEnumerable<(string Name, double Share)> rows)
    {
        Console.WriteLine($"| {title} | |\n| --- | ---: |");
        var shown = rows.TakeWhile(row => row.Share >= Least).ToList();
        if (shown.Count == 0) Console.WriteLine("| hardly any | |");
        foreach (var (name, share) in shown) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {100 * share:0} % |"));
        Console.WriteLine();
    }
}
