using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>docs/sandbox.md against the code it describes.</summary>
public sealed class SandboxGuidePageTests
{
    [Fact]
    public void Every_option_is_in_the_table() =>
        Assert.Equal(
            typeof(PeekerSandboxOptions).GetProperties().Select(option => option.Name).Order(),
            GuidePage.Table("Options").Select(row => GuidePage.Code(row[0]).Single()).Order());

    [Fact]
    public void Every_kind_of_fault_is_in_the_table() =>
        Assert.Equal(Enum.GetNames<FaultKind>(), GuidePage.Table("Faults").Select(row => GuidePage.Code(row[0]).Single()));

    [Fact]
    public void Every_assumption_is_in_the_table()
    {
        var source = Path.Combine(RepositoryFolder.Path, "src", "Peeker.Sandbox");
        var assuming = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .SelectMany(file => Enumerable.Repeat(file, Regex.Count(File.ReadAllText(Path.Combine(source, file)), "Assumptions?:")));
        Assert.Equal(assuming.Order(), GuidePage.Table("What is assumed").Select(row => GuidePage.Code(row[1]).Single()).Order());
    }
}
