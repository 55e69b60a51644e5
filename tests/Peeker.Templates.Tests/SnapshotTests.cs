using System.Text.RegularExpressions;

namespace Peeker.Templates.Tests;

/// <summary>A template, a setting or an NSwag that changes the generated code changes a file in git.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void The_code_of_the_small_specification_is_what_was_approved()
    {
        var problem = Approval.Check("small.txt", File.ReadAllText(Built.Generated).ReplaceLineEndings("\n"));
        Assert.True(problem is null, problem);
    }

    [Fact]
    public void The_small_specification_has_every_extension_that_a_template_reads()
    {
        var small = File.ReadAllText(Built.Specification);
        var read = Directory.GetFiles(Built.Templates, "*.liquid").SelectMany(file => Regex.Matches(File.ReadAllText(file), "ExtensionData\\[\"(x-[a-z-]+)\"\\]").Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.True(read.Count > 10, $"{read.Count} extensions");
        Assert.All(read, name => Assert.Contains($"{name}: ", small, StringComparison.Ordinal));
    }

    [Fact]
    public void What_differs_is_shown_with_the_remedy()
    {
        var problem = Approval.Between("small.txt", "a\nb\nc\n", "a\nB\nc\n");
        Assert.Equal("small.txt differs from what was approved, from line 2 on:\n  - b\n  + B\nIf it was meant: PEEKER_APPROVE_TEMPLATES=1 dotnet test tests/Peeker.Templates.Tests writes it.", problem);
    }
}
