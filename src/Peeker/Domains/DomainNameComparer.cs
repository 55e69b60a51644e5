namespace Peeker;

/// <summary>
/// Finds names that the API would take for the same: without regard to upper and lower case, or to a dot at the end. Ids of domains, which may stand in for names,
/// are compared as they are.
/// </summary>
internal sealed class DomainNameComparer : IEqualityComparer<string>
{
    public static readonly DomainNameComparer Instance = new();

    public static bool IsId(string name) => name.StartsWith("dom_", StringComparison.Ordinal);

    public static ReadOnlySpan<char> WithoutDot(string name) => name.EndsWith('.') ? name.AsSpan(0, name.Length - 1) : name;

    public bool Equals(string? x, string? y) => x is null || y is null
        ? ReferenceEquals(x, y)
        : WithoutDot(x).Equals(WithoutDot(y), IsId(x) || IsId(y) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(string obj) => string.GetHashCode(WithoutDot(obj), StringComparison.OrdinalIgnoreCase);
}
