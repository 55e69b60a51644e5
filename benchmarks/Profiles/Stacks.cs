using System.Globalization;
using System.Text.RegularExpressions;
using Peeker.Benchmarks.FirstCalls;

namespace Peeker.Benchmarks.Profiles;

/// <summary>Stacks of a process, sampled by perf with the names that the just-in-time compiler wrote down.</summary>
internal sealed partial class Stacks
{
    private readonly Dictionary<string, int> _below = [];
    private readonly Dictionary<string, int> _itself = [];

    private Stacks()
    {
    }

    public int Samples { get; private set; }

    /// <summary>The methods of this library, and the share of the samples taken in them or in what they called.</summary>
    public IEnumerable<(string Name, double Share)> Below => Sorted(_below);

    /// <summary>Assemblies, native libraries and the kernel, and the share of the samples taken in their own code.</summary>
    public IEnumerable<(string Name, double Share)> Itself => Sorted(_itself);

    /// <param name="process">The process.</param>
    /// <param name="threads">The name of the threads that count; empty for all but the compiler's.</param>
    /// <param name="seconds">How long.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no perf.</exception>
    /// <exception cref="InvalidOperationException">It may not be used.</exception>
    public static async Task<Stacks> TakeAsync(int process, string threads, int seconds)
    {
        var file = Path.GetTempFileName();
        try
        {
            await Command.RunAsync("perf", "record", "-q", "-F", "2500", "-g", "-o", file, "-p", process.ToString(CultureInfo.InvariantCulture), "--", "sleep", seconds.ToString(CultureInfo.InvariantCulture));
            var (_, script) = await Command.RunAsync("perf", "script", "-i", file, "-F", "comm,ip,sym,dso");
            var stacks = new Stacks();
            foreach (var sample in script.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)) stacks.Add(sample.Split('\n', StringSplitOptions.RemoveEmptyEntries), threads);
            return stacks;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private void Add(string[] lines, string threads)
    {
        var thread = lines[0].Trim();
        if (lines.Length < 2 || thread.Contains("Tiered", StringComparison.Ordinal) || (threads.Length > 0 && thread != threads)) return;
        Samples++;
        Count(_itself, Owner(lines[1]));
        foreach (var name in lines.Skip(1).Select(Peeker).OfType<string>().Distinct()) Count(_below, name);
    }

    /// <summary>Type and method as they stand in the source; null if they are not this library's.</summary>
    private static string? Peeker(string frame)
    {
        if (Managed().Match(frame) is not { Success: true } match || match.Groups[1].Value is not ("Peeker" or "Peeker.AspNetCore")) return null;
        var (type, method) = (match.Groups[2].Value, match.Groups[3].Value);

        // What a compiler makes of a method that waits.
        if (StateMachine().Match(type) is { Success: true } machine) (type, method) = (machine.Groups[1].Value, machine.Groups[2].Value);
        return $"{type[(type.LastIndexOf('.') + 1)..]}.{method[(method.LastIndexOf('.') + 1)..]}";
    }

    private static string Owner(string frame)
    {
        if (Managed().Match(frame) is { Success: true } match) return match.Groups[1].Value;
        var module = frame[(frame.LastIndexOf('(') + 1)..].TrimEnd(')', '\n', ' ');
        return module.Contains("kernel", StringComparison.Ordinal) || frame.Contains("[k]", StringComparison.Ordinal) ? "the kernel" : module.Contains("perf-", StringComparison.Ordinal) ? "stubs" : Path.GetFileName(module);
    }

    private static void Count(Dictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    private IEnumerable<(string Name, double Share)> Sorted(Dictionary<string, int> counts) => counts.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, (double)pair.Value / Samples));

    // [Assembly] Namespace.Type::Method(
    [GeneratedRegex(@"\[([\w.]+)\] ([^:\s]+)::([^(]+)\(")]
    private static partial Regex Managed();

    [GeneratedRegex(@"^(.+?)\+<(\w+)>")]
    private static partial Regex StateMachine();
}
