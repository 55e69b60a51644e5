using System.Text.Json;
using Peeker.Generator.Commands;

namespace Peeker.Generator.Tests.Vectors;

/// <summary>The vectors that follow from the specification, as the command writes and checks them.</summary>
public sealed class VectorsRunTests : IDisposable
{
    private static readonly string Specification = Path.Combine(AppContext.BaseDirectory, "peeker.yaml");

    private readonly string _folder = Directory.CreateTempSubdirectory("vectors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_committed_follows_from_the_specification()
    {
        Assert.Equal(0, Run([], Specification).Code);
        foreach (var file in Directory.GetFiles(_folder))
            Assert.Equal(File.ReadAllText(file), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", Path.GetFileName(file))));
    }

    [Fact]
    public void A_check_writes_nothing_and_tells_what_differs()
    {
        Assert.Equal(1, Run(["--check"], Specification).Code);
        Assert.Empty(Directory.GetFiles(_folder));
        Run([], Specification);
        Assert.Equal(0, Run(["--check"], Specification).Code);
        File.AppendAllText(Path.Combine(_folder, "event-parsing.json"), " ");
        var (code, output, _) = Run(["--check"], Specification);
        Assert.Equal(1, code);
        Assert.Contains($"event-parsing.json: {Count("event-parsing.json")} vectors, differs", output, StringComparison.Ordinal);
        Assert.Contains($"model-round-trip.json: {Count("model-round-trip.json")} vectors, unchanged", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_the_specification_gains_is_in_the_models()
    {
        var yaml = Path.Combine(_folder, "changed.yaml");
        File.WriteAllText(yaml, File.ReadAllText(Specification)
            .Replace("        total_cents:\n          type: integer\n", "        tax_cents:\n          type: integer\n          format: int64\n          nullable: true\n        total_cents:\n          type: integer\n", StringComparison.Ordinal));
        Assert.Equal(0, Run([], yaml).Code);
        Assert.Contains("\"tax_cents\":\"nullable int64\",\"total_cents\"", File.ReadAllText(Path.Combine(_folder, "model-round-trip.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_result_is_told_as_json()
    {
        var (code, output, _) = Run(["--json"], Specification);
        Assert.Equal(0, code);
        Assert.Equal(
            $$"""[{"file":"model-round-trip.json","vectors":{{Count("model-round-trip.json")}},"changed":true},{"file":"event-parsing.json","vectors":{{Count("event-parsing.json")}},"changed":true}]""",
            System.Text.RegularExpressions.Regex.Replace(output, @"\s", ""));
    }

    [Theory]
    [InlineData("--frobnicate")]
    [InlineData("--spec")]
    public void An_option_that_is_none_is_refused(string option)
    {
        using var errors = new StringWriter();
        Assert.Equal(2, CommandLine.Run(["vectors", option], TextWriter.Null, errors));
        Assert.Contains("Try: ", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_specification_that_is_not_there_is_named()
    {
        var (code, _, errors) = Run([], "nowhere.yaml");
        Assert.Equal(2, code);
        Assert.Contains("nowhere.yaml", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("    EffectiveSplit:\n", "    EffectiveSplit:\n      allOf: [ { $ref: '#/components/schemas/EffectiveSplit' } ]\n", "lead back to EffectiveSplit")]
    [InlineData("    EffectiveSplit:\n", "    EffectiveSplit:\n      $ref: '#/components/schemas/EffectiveSplit'\n", "lead back to EffectiveSplit")]
    [InlineData("    EffectiveSplit:\n", "    EffectiveSplit:\n      allOf: [ { $ref: '#/components/schemas/EffectiveSplit' }, { type: object } ]\n", "lead back to EffectiveSplit")]
    [InlineData("#/components/schemas/EffectiveSplit'", "#/components/schemas/Nope'", "a reference to #/components/schemas/Nope, which is not there")]
    [InlineData("x-webhooks:", "x-hooks:", "PEEKER002")]
    public async Task References_without_an_end_and_missing_nodes_are_one_line(string now, string then, string message)
    {
        var yaml = Path.Combine(_folder, "changed.yaml");
        File.WriteAllText(yaml, Edit.Replace(File.ReadAllText(Specification), now, then));
        var (code, output, errors) = await Task.Run(() => Run([], yaml)).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(yaml, errors, StringComparison.Ordinal);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Empty(Directory.GetFiles(_folder, "*.json"));
    }

    [Fact]
    public void A_file_that_is_no_specification_is_one_line()
    {
        var text = Path.Combine(_folder, "README.md");
        File.WriteAllText(text, "# The API: described\n\n* One\n");
        var (code, _, errors) = Run(["--check"], text);
        Assert.Equal(2, code);
        Assert.StartsWith(text, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    private static int Count(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", file))).RootElement.GetProperty("vectors").GetArrayLength();

    private (int Code, string Output, string Errors) Run(string[] options, string specification)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(["vectors", .. options, "--spec", specification, "--out", _folder], output, errors);
        return (code, output.ToString(), errors.ToString());
    }
}
