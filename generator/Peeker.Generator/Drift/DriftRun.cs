using System.Text.Json;

namespace Peeker.Generator.Drift;

/// <summary>The command: reads pages and folders, writes what drifted. Ends with 0 for nothing, 1 for a drift, 2 for a wrong call.</summary>
internal static class DriftRun
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static int Run(IReadOnlyList<string> pages, string specification, bool json, TextWriter output, TextWriter error)
    {
        if (pages.Count == 0 || pages.FirstOrDefault(p => !File.Exists(p) && !Directory.Exists(p)) is { } missing && Complain(missing))
        {
            error.WriteLine("usage: drift <page.md|folder>... [--spec <peeker.yaml>] [--json]");
            return 2;
        }

        if (!File.Exists(specification))
        {
            error.WriteLine($"There is no specification at {specification}; name it with --spec.");
            return 2;
        }

        var contract = Contract.Parse(File.ReadAllText(specification));
        var files = pages.SelectMany(Files).Distinct().ToList();
        var found = files.SelectMany(file => PageCheck.Of(contract, PageReader.Read(file, File.ReadAllText(file)))).ToList();
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { pages = files, findings = found }, Options));
        }
        else
        {
            foreach (var f in found) output.WriteLine($"{f.Page}:{f.Line}: {f.Kind}: {(f.Operation is null ? "" : f.Operation + ": ")}the page says {f.Docs}; the specification says {f.Specification}");
            output.WriteLine(found.Count == 0 ? $"{files.Count} page(s), nothing drifted" : $"{files.Count} page(s), {found.Count} finding(s)");
        }

        return found.Count == 0 ? 0 : 1;

        bool Complain(string path)
        {
            error.WriteLine($"There is no page or folder {path}.");
            return true;
        }
    }

    private static IEnumerable<string> Files(string path) => File.Exists(path)
        ? [path]
        : Directory.EnumerateFiles(path, "*.md*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".md" or ".mdx").Order(StringComparer.Ordinal);
}
