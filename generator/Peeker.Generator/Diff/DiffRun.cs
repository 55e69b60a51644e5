using Peeker.Generator.Commands;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>The command: what changed for a caller, the step of the version, and the entry of the changelog.</summary>
internal static class DiffRun
{
    /// <param name="current">The version before the change; null where there is none yet.</param>
    /// <param name="changelog">The changelog to write into; null for none.</param>
    /// <param name="earlier">The changelog as it was where the changes begin; null where that is not known.</param>
    public static void Run(IReadOnlyList<Change> changes, string? current, string? changelog, bool json, Terminal terminal, string? earlier = null)
    {
        var step = VersionStep.Of(changes, VersionStep.IsBeforeFirst(current));
        var entry = changes.Count == 0 ? "" : Changelog.Entry(changes);
        if (changelog is not null) Write(changelog, changes, earlier);
        if (json)
        {
            terminal.WriteJson(new { step, changes = changes.Select(c => new { @class = Name(c.Class), c.Section, c.Where, c.What, c.Line }), entry });
            return;
        }

        foreach (var change in changes) terminal.Output.WriteLine($"{change.Line}: {Name(change.Class)}: {change.Where}: {change.What}");
        terminal.Output.WriteLine($"{changes.Count} change(s): {string.Join(", ", Enum.GetValues<ChangeClass>().Reverse().Select(c => $"{changes.Count(change => change.Class == c)} {Name(c)}"))}. Step of the version: {step}{(VersionStep.IsBeforeFirst(current) ? ", before 1.0" : "")}.");
        if (changelog is not null) terminal.Output.WriteLine($"{changelog} has {(changes.Count == 0 ? "nothing new" : "the entry")}.");
        else if (changes.Count > 0) terminal.Output.WriteLine($"\n{entry}");
    }

    public static string Name(ChangeClass change) => change == ChangeClass.Wording ? "wording only" : change.ToString().ToLowerInvariant();

    private static void Write(string path, IReadOnlyList<Change> changes, string? earlier)
    {
        try
        {
            var text = File.Exists(path) ? File.ReadAllText(path) : "";
            var written = Changelog.Write(text, changes, earlier);
            if (written != text) File.WriteAllText(path, written);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableException($"{path}: error PEEKER002: The changelog cannot be written: {failed.Message}");
        }
    }
}
