using System.Diagnostics;

namespace Peeker.Tests.Webhooks;

/// <summary>The scripts of tests/vectors, which share no code with this repository.</summary>
internal static class OtherLanguage
{
    public static bool IsInstalled(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, command)));

    /// <summary>The lines a script wrote. Fails when it ended with anything but 0.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string command, string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, [Path.Combine(RepositoryFolder.Path, "tests", "vectors", script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{script} ended with {process.ExitCode}: {output}{await errors}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
