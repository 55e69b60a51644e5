using System.Reflection;

namespace Peeker.Benchmarks;

/// <summary>Where the sources are that this program was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "RepositoryRoot").Value!;
}
