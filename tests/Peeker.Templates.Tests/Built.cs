using System.Reflection;

namespace Peeker.Templates.Tests;

/// <summary>Where the build read and wrote.</summary>
internal static class Built
{
    /// <summary>The client of the small specification, generated as the real one is.</summary>
    public static string Generated => Of("Generated");

    public static string Specification => Of("Specification");

    public static string Templates => Of("Templates");

    public static string NSwag => Of("NSwag");

    public static string Approved => Of("Approved");

    private static string Of(string key) => typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
