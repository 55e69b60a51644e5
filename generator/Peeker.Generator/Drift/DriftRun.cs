using Peeker.Generator.Commands;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Drift;

/// <summary>The command: reads pages and folders, writes what drifted. Ends with 0 for nothing, 1 for a drift, 2 for a wrong call.</summary>
internal static class DriftRun
{
    public static int Run(IReadOnlyList<string> pages, string specification, bool json, Terminal terminal)
    {
        var missing = pages.Where(page => !File.Exists(page) && !Directory.Exists(page)).ToList();
        foreach (var page in missing) terminal.Error.WriteLine($"There is no page or folder {page}.");
        if (missing.Count > 0) return Ending.Wrong;

        var contract = UnreadableException.Guard(specification, Contract.Parse);
        var files = pages.SelectMany(Files).Distinct().ToList();
        var found = new List<DriftFinding>();
        foreach (var (i, file) in files.Index())
        {
            terminal.Progress(i, files.Count, "pages");
            found.AddRange(PageCheck.Of(contract, PageReader.Read(file, File.ReadAllText(file))));
        }

        if (json)
        {
            terminal.WriteJson(new { pages = files, findings = found });
        }
        else
        {
            foreach (var f in found) terminal.Output.WriteLine($"{f.Page}:{f.Line}: {f.Kind}: {(f.Operation is null ? "" : f.Operation + ": ")}the page says {f.Docs}; the specification says {f.Specification}");
            terminal.Output.WriteLine(found.Count == 0 ? $"{files.Count} page(s), nothing drifted" : $"{files.Count} page(s), {found.Count} finding(s)");
        }

        return found.Count == 0 ? Ending.Nothing : Ending.Findings;
    }

    private static IEnumerable<string> Files(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*.md*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".md" or ".mdx").Order(StringComparer.Ordinal);
}
