using System.Diagnostics;

namespace Peeker.Benchmarks.Serving;

/// <summary>This program once more, in a process of its own that ends with its input.</summary>
internal static class OwnProcess
{
    public static ProcessStartInfo With(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet") start.ArgumentList.Add(typeof(OwnProcess).Assembly.Location);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }
}
