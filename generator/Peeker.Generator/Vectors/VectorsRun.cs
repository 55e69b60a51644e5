using System.Text;
using Peeker.Generator.Commands;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Vectors;

/// <summary>Writes the vectors that follow from the specification. The others are written by hand, or were found in Python; the README beside them has the list.</summary>
internal static class VectorsRun
{
    public static int Run(bool check, bool json, string spec, string folder, Terminal terminal)
    {
        if (!File.Exists(spec) || !Directory.Exists(folder))
        {
            terminal.Error.WriteLine($"There is no {(File.Exists(spec) ? folder : spec)}; run this at the top of the repository, or name it.");
            return Ending.Wrong;
        }

        var specification = UnreadableException.Guard(spec, Specification.Parse);
        var files = UnreadableException.During(spec, () => Files(specification).ToList());
        var results = files.Select(file => Settle(Path.Combine(folder, file.FileName), file, check)).ToList();
        if (json) terminal.WriteJson(results.Select(result => new { File = result.File.FileName, Vectors = result.File.Count, result.Changed }));
        else foreach (var (file, changed) in results) terminal.Output.WriteLine($"{file.FileName}: {file.Count} vectors, {(!changed ? "unchanged" : check ? "differs" : "written")}");
        return check && results.Any(result => result.Changed) ? Ending.Findings : Ending.Nothing;
    }

    private static IEnumerable<VectorFile> Files(Specification specification) => [RoundTripVectors.Write(specification), EventVectors.Write(specification)];

    private static (VectorFile File, bool Changed) Settle(string path, VectorFile file, bool check)
    {
        var changed = !File.Exists(path) || File.ReadAllText(path) != file.ToString();
        if (changed && !check) File.WriteAllText(path, file.ToString(), new UTF8Encoding(false));
        return (file, changed);
    }
}
