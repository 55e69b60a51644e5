using System.Text;

namespace Peeker.Generator.Vectors;

/// <summary>Writes the vectors that follow from the specification. The others are written by hand, or were found in Python; the README beside them has the list.</summary>
internal static class VectorsRun
{
    private const string Usage = """
        usage: Peeker.Generator vectors [--check] [--spec FILE] [--out FOLDER] [--json]
          Writes model-round-trip.json and event-parsing.json to FOLDER (openapi/vectors) from FILE (openapi/peeker.yaml).
          --check  writes nothing; ends with 1 if a file differs from what would be written
          --json   tells the result as JSON
        """;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        var (check, json, spec, folder) = (false, false, Path.Combine("openapi", "peeker.yaml"), Path.Combine("openapi", "vectors"));
        for (var at = 0; at < arguments.Count; at++)
        {
            switch (arguments[at])
            {
                case "--check": check = true; break;
                case "--json": json = true; break;
                case "--spec" when at + 1 < arguments.Count: spec = arguments[++at]; break;
                case "--out" when at + 1 < arguments.Count: folder = arguments[++at]; break;
                case "--help": output.WriteLine(Usage); return 0;
                default: errors.WriteLine(Usage); return 2;
            }
        }

        if (!File.Exists(spec) || !Directory.Exists(folder))
        {
            errors.WriteLine($"There is no {(File.Exists(spec) ? folder : spec)}; run this at the top of the repository, or name it.");
            return 2;
        }

        var specification = Specification.Parse(File.ReadAllText(spec));
        var results = Files(specification).Select(file => Settle(Path.Combine(folder, file.FileName), file, check)).ToList();
        if (json) output.WriteLine($"[{string.Join(',', results.Select(result => $$"""{"file":"{{result.File.FileName}}","vectors":{{result.File.Count}},"changed":{{(result.Changed ? "true" : "false")}}}"""))}]");
        else foreach (var (file, changed) in results) output.WriteLine($"{file.FileName}: {file.Count} vectors, {(!changed ? "unchanged" : check ? "differs" : "written")}");
        return check && results.Any(result => result.Changed) ? 1 : 0;
    }

    private static IEnumerable<VectorFile> Files(Specification specification) => [RoundTripVectors.Write(specification), EventVectors.Write(specification)];

    private static (VectorFile File, bool Changed) Settle(string path, VectorFile file, bool check)
    {
        var changed = !File.Exists(path) || File.ReadAllText(path) != file.ToString();
        if (changed && !check) File.WriteAllText(path, file.ToString(), new UTF8Encoding(false));
        return (file, changed);
    }
}
