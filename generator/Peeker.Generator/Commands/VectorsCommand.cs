using System.CommandLine;
using Peeker.Generator.Vectors;

namespace Peeker.Generator.Commands;

/// <summary><c>vectors</c>: the conformance vectors that follow from the specification.</summary>
internal static class VectorsCommand
{
    public static Command Create(Terminal terminal)
    {
        var check = new Option<bool>("--check") { Description = $"Write nothing; end with {Ending.Findings} if a file differs from what would be written." };
        var folder = new Option<string>("--out") { Description = "The folder of the vectors.", DefaultValueFactory = _ => Path.Combine("openapi", "vectors") };
        var specification = CommonOptions.Specification();
        var json = CommonOptions.Json();
        var command = new Command("vectors", "Writes the vectors of models and events, which follow from the specification.") { check, specification, folder, json };
        command.SetAction(call => VectorsRun.Run(call.GetValue(check), call.GetValue(json), call.GetRequiredValue(specification), call.GetRequiredValue(folder), terminal));
        return command;
    }
}
