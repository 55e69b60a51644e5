using Peeker.Generator;
using Peeker.Generator.Drift;
using Peeker.Generator.Vectors;
using YamlDotNet.Core;

if (args is ["drift", .. var rest])
{
    var spec = Array.IndexOf(rest, "--spec");
    var pages = rest.Where((word, i) => word is not ("--json" or "--spec") && (spec < 0 || i != spec + 1)).ToList();
    return DriftRun.Run(pages, spec >= 0 && spec + 1 < rest.Length ? rest[spec + 1] : Path.Combine("openapi", "peeker.yaml"), rest.Contains("--json"), Console.Out, Console.Error);
}

if (args is ["vectors", .. var options]) return VectorsRun.Run(options, Console.Out, Console.Error);

if (args is not ["json", var input, var output])
{
    Console.Error.WriteLine("usage: Peeker.Generator json <specification.yaml> <specification.json>");
    return 2;
}

try
{
    File.WriteAllBytes(output, YamlAsJson.Convert(File.ReadAllText(input)));
    return 0;
}
catch (YamlException wrong)
{
    // In the form that MSBuild turns into a build error at that line.
    Console.Error.WriteLine($"{input}({wrong.Start.Line},{wrong.Start.Column}): error PEEKER002: {wrong.Message}");
    return 1;
}
