using System.CommandLine;
using Peeker.Generator.Diff;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Commands;

/// <summary><c>changelog</c>: the specification as it is against what git has, written into the changelog.</summary>
internal static class ChangelogCommand
{
    public static Command Create(Terminal terminal)
    {
        var specification = CommonOptions.Specification();
        var changelog = new Option<string>("--changelog") { Description = "The changelog; made if it is not there.", DefaultValueFactory = _ => "CHANGELOG.md" };
        var revision = new Option<string?>("--base") { Description = "The revision of git to compare with. Without it, the last tag; without a tag, HEAD." };
        var current = CommonOptions.Current();
        var json = CommonOptions.Json();
        var command = new Command("changelog", "Writes what changed in the specification since the last release into the changelog, under Unreleased. A second time changes nothing.") { specification, changelog, revision, current, json };
        command.SetAction(call =>
        {
            var path = call.GetRequiredValue(specification);
            var now = UnreadableException.Guard(path, Specification.Parse);
            var tag = Git.LastTag(path);
            var since = call.GetValue(revision) ?? tag ?? "HEAD";
            if (!call.GetValue(json)) terminal.Error.WriteLine($"{path} against {since}");
            var old = UnreadableException.GuardText($"{path} at {since}", Git.Show(path, since), Specification.Parse);
            var changes = UnreadableException.During($"{path} as it is, or at {since}", () => DocumentDiff.Of(old, now));
            var file = call.GetRequiredValue(changelog);
            DiffRun.Run(changes, call.GetValue(current) ?? tag, file, call.GetValue(json), terminal, Git.Find(file, since));
            return Ending.Nothing;
        });
        return command;
    }
}
