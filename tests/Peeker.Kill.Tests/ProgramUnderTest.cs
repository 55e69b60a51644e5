using System.Diagnostics;
using System.Reflection;

namespace Peeker.Kill.Tests;

/// <summary>A program of this repository as a process of its own.</summary>
internal static class ProgramUnderTest
{
    /// <param name="name">The name of the assembly metadata that holds its path.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="key">The key it is given.</param>
    public static Process Start(string name, IEnumerable<string> arguments, string? key = null)
    {
        var path = typeof(ProgramUnderTest).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == name).Value!;

        // Not `dotnet run`: the process that is killed has to be the program and not its parent.
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [path, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (key is not null) start.Environment["PEEKER_API_KEY"] = key;
        return Process.Start(start)!;
    }
}
