using System.Reflection;
using PublicApiGenerator;

namespace Peeker.PublicApi.Tests;

/// <summary>The public members of one package for one target framework, as text that a review can read.</summary>
internal static class Listing
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        // Extension methods stand in the namespace of what they extend.
        DenyNamespacePrefixes = [],
        // What a compiler or a serializer reads, and no caller writes.
        ExcludeAttributes = [typeof(System.Text.Json.Serialization.JsonConverterAttribute).FullName!, "Newtonsoft.Json.JsonConverterAttribute", "System.Diagnostics.DebuggerDisplayAttribute", "System.CodeDom.Compiler.GeneratedCodeAttribute"],
    };

    public static string Framework =>
#if NET10_0
        "net10.0";
#else
        "net8.0";
#endif

    public static string Of(string package) => Assembly.Load(package).GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n";

    public static string PathOf(string package) => Path.Combine(RepositoryFolder.Path, "tests/Peeker.PublicApi.Tests/approved", $"{package}.{Framework}.txt");
}
