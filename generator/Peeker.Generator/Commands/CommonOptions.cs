using System.CommandLine;
using Peeker.Generator.Diff;

namespace Peeker.Generator.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static string DefaultSpecification { get; } = Path.Combine("openapi", "peeker.yaml");

    public static Option<bool> Json() => new("--json") { Description = "Write the result as JSON." };

    public static Option<string?> Current()
    {
        var option = new Option<string?>("--current") { Description = "The version before the change, such as 0.3.1; decides what a breaking step is." };
        option.Validators.Add(given =>
        {
            foreach (var word in given.Tokens.Where(token => VersionStep.Major(token.Value) is null)) given.AddError($"{word.Value} is no version, such as 0.3.1.");
        });
        return option;
    }

    /// <summary>A mistyped option would be taken for a file.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(given =>
    {
        foreach (var word in given.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal))) given.AddError($"There is no option {word.Value}.");
    });

    public static Option<string> Specification() => new("--spec") { Description = "The specification.", DefaultValueFactory = _ => DefaultSpecification };
}
