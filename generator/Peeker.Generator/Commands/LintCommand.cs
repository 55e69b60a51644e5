using System.CommandLine;
using Peeker.Generator.Lint;

namespace Peeker.Generator.Commands;

/// <summary><c>lint</c>: our rules for the specification.</summary>
internal static class LintCommand
{
    public static Command Create(Terminal terminal)
    {
        var specification = new Argument<string>("specification") { Description = "The specification.", DefaultValueFactory = _ => CommonOptions.DefaultSpecification };
        CommonOptions.RefuseOptions(specification);
        var assumptions = new Option<bool>("--no-assumptions") { Description = "Leave the list of assumptions out; the JSON has it anyway." };
        var json = CommonOptions.Json();
        var command = new Command("lint", "Holds the specification against our own rules, and lists what it assumes.") { specification, assumptions, json };
        command.SetAction(call => LintRun.Run(call.GetRequiredValue(specification), call.GetValue(json), !call.GetValue(assumptions), terminal));
        return command;
    }
}
