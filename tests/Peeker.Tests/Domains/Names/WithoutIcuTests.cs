using System.Diagnostics;

namespace Peeker.Tests.Domains.Names;

/// <summary>The same table of names from two processes, one with ICU and one without.</summary>
public sealed class WithoutIcuTests
{
    private const string Variable = "PEEKER_NAME_TABLE";

    [IcuFact]
    public async Task Names_are_the_same_with_and_without_ICU()
    {
        var path = Path.Combine(Path.GetTempPath(), $"peeker-names-{Environment.ProcessId}-{Environment.Version}.txt");
        try
        {
            var said = await RunWithoutIcuAsync(path);
            Assert.True(File.Exists(path), said);
            var rows = await File.ReadAllLinesAsync(path);
            Assert.Equal("without ICU", rows[0]);
            Assert.Equal(NameTable.Rows(), rows[1..]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Does nothing but in the process that the other test starts.</summary>
    [Fact]
    public void Writes_the_table_where_it_is_asked_to()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } path) return;
        File.WriteAllLines(path, NameTable.Rows().Prepend(NameTable.HasIcu ? "with ICU" : "without ICU"));
    }

    private static async Task<string> RunWithoutIcuAsync(string path)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, ["vstest", typeof(WithoutIcuTests).Assembly.Location, $"--TestCaseFilter:FullyQualifiedName~{nameof(Writes_the_table_where_it_is_asked_to)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1", [Variable] = path },
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output + await errors;
    }
}
