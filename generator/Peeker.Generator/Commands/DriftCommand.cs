using System.CommandLine;
using Peeker.Generator.Drift;

namespace Peeker.Generator.Commands;

/// <summary><c>drift</c>: documentation pages against the specification.</summary>
internal static class DriftCommand
{
    public static Command Create(Terminal terminal)
    {
        var pages = new Argument<string[]>("pages") { Description = "Markdown or MDX pages, and folders of them.", Arity = ArgumentArity.OneOrMore };
        CommonOptions.RefuseOptions(pages);
        var specification = CommonOptions.Specification();
        var json = CommonOptions.Json();
        var command = new Command("drift", "Holds published documentation pages against the specification.") { pages, specification, json };
        command.SetAction(call => DriftRun.Run(call.GetRequiredValue(pages), call.GetRequiredValue(specification), call.GetValue(json), terminal));
        return command;
    }
}
