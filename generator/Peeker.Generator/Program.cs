using Peeker.Generator;
using YamlDotNet.Core;

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
