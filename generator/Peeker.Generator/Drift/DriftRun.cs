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
        if (files.Count == 0)
        {
            terminal.Error.WriteLine($"There is no page (.md or .mdx) in {string.Join(", ", pages)}; nothing was read.");
            return Ending.Wrong;
        }

        var found = new List<DriftFinding>();
        var recognised = new List<(string Page, Recognised What)>();
        foreach (var (i, file) in files.Index())
        {
            terminal.Progress(i, files.Count, "pages");
            var page = PageReader.Read(file, File.ReadAllText(file));
            found.AddRange(PageCheck.Of(contract, page));
            recognised.Add((file, Recognised.Of(contract, page)));
        }

        var all = recognised.Select(page => page.What).Aggregate((one, other) => one + other);

        if (json)
        {
            terminal.WriteJson(new { pages = recognised.Select(page => new { page.Page, page.What.Examples, page.What.Tables, page.What.Operations, page.What.Events }), findings = found });
        }
        else
        {
            foreach (var f in found) terminal.Output.WriteLine($"{f.Page}:{f.Line}: {f.Kind}: {(f.Operation is null ? "" : f.Operation + ": ")}the page says {f.Docs}; the specification says {f.Specification}");
            foreach (var (page, _) in recognised.Where(page => page.What.IsNothing)) terminal.Output.WriteLine($"{page}: nothing was recognised: no example, table, operation or event");
            terminal.Output.WriteLine($"{files.Count} page(s) with {all.Examples} example(s), {all.Tables} table(s), {all.Operations} operation(s), {all.Events} event(s): {(found.Count > 0 ? $"{found.Count} finding(s)" : all.IsNothing ? "nothing to compare" : "nothing drifted")}");
        }

        // Pages that say nothing of the API agree with anything.
        if (found.Count == 0 && all.IsNothing)
        {
            terminal.Error.WriteLine("Nothing was recognised on any page; save them as Markdown or MDX, as they are served.");
            return Ending.Wrong;
        }

        return found.Count == 0 ? Ending.Nothing : Ending.Findings;
    }

    private static IEnumerable<string> Files(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*.md*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".md" or ".mdx").Order(StringComparer.Ordinal);
}
