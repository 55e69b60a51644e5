using System.ComponentModel;
using System.Diagnostics;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>What git knows about the specification.</summary>
internal static class Git
{
    /// <summary>The last tag before the present commit; null if there is none.</summary>
    public static string? LastTag(string file) => Run(file, "describe", "--tags", "--abbrev=0") is (0, var tag, _) ? tag.Trim() : null;

    /// <summary>A file as it was at a revision.</summary>
    /// <exception cref="UnreadableException">There is no git, no such revision, or no such file in it.</exception>
    public static string Show(string file, string revision) => Run(file, "show", $"{revision}:./{Path.GetFileName(file)}") switch
    {
        (0, var text, _) => text,
        var (_, _, error) => throw new UnreadableException($"{file} at {revision} cannot be read from git: {error.Trim()}"),
    };

    /// <summary>A file as it was at a revision; null if there was none.</summary>
    public static string? Find(string file, string revision) =>
        Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))) && Run(file, "show", $"{revision}:./{Path.GetFileName(file)}") is (0, var text, _) ? text : null;

    private static (int Code, string Output, string Error) Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(file)),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.GetAwaiter().GetResult());
        }
        catch (Exception missing) when (missing is Win32Exception or DirectoryNotFoundException)
        {
            throw new UnreadableException($"git cannot be started: {missing.Message}");
        }
    }
}
