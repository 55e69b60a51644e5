using Microsoft.CodeAnalysis;

namespace Peeker.Analyzers.Tests;

/// <summary>What the tests run on, read once: the framework, ASP.NET Core and the packages.</summary>
internal static class Installed
{
    public static IReadOnlyList<MetadataReference> References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];
}
