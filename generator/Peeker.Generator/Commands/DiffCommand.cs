using System.CommandLine;
using Peeker.Generator.Diff;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Commands;

/// <summary><c>diff</c>: two specifications, as a caller from C# sees them.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("old.yaml") { Description = "The specification before." };
        var now = new Argument<string>("new.yaml") { Description = "The specification after." };
        CommonOptions.RefuseOptions(old);
        CommonOptions.RefuseOptions(now);
        var changelog = new Option<string?>("--changelog") { Description = "A changelog to write the entry into, under Unreleased." };
        var version = CommonOptions.Current();
        var json = CommonOptions.Json();
        var command = new Command("diff", $"Tells what changes for a caller from C#: breaking, additive, or wording only. Ends with {Ending.Findings} if anything breaks.") { old, now, changelog, version, json };
        command.SetAction(call =>
        {
            var (before, after) = (call.GetRequiredValue(old), call.GetRequiredValue(now));
            var (earlier, current) = (UnreadableException.Guard(before, Specification.Parse), UnreadableException.Guard(after, Specification.Parse));
            var changes = UnreadableException.During($"{before} or {after}", () => DocumentDiff.Of(earlier, current));
            DiffRun.Run(changes, call.GetValue(version), call.GetValue(changelog), call.GetValue(json), terminal);
            return changes.Any(change => change.Class == ChangeClass.Breaking) ? Ending.Findings : Ending.Nothing;
        });
        return command;
    }
}
