using System.CommandLine;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Commands;

/// <summary><c>json</c>: what the build calls to embed the specification.</summary>
internal static class JsonCommand
{
    public static Command Create(Terminal terminal)
    {
        var input = new Argument<string>("specification.yaml") { Description = "The specification to read." };
        var output = new Argument<string>("specification.json") { Description = "The file to write." };
        CommonOptions.RefuseOptions(input);
        CommonOptions.RefuseOptions(output);
        var command = new Command("json", "Writes the specification as JSON, members in their order.") { input, output };
        command.SetAction(call => Run(call.GetRequiredValue(input), call.GetRequiredValue(output), terminal));
        return command;
    }

    private static int Run(string input, string output, Terminal terminal)
    {
        var json = UnreadableException.Guard(input, YamlAsJson.Convert);
        try
        {
            File.WriteAllBytes(output, json);
            return Ending.Nothing;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine($"{output} cannot be written: {failed.Message}");
            return Ending.Wrong;
        }
    }
}
