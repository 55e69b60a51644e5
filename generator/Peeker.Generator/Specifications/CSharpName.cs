using System.Text.RegularExpressions;

namespace Peeker.Generator.Specifications;

/// <summary>The names that the templates give to members, values and operations.</summary>
internal static partial class CSharpName
{
    /// <summary><c>bundle_id</c> becomes <c>BundleId</c>, <c>order.completed</c> <c>OrderCompleted</c>.</summary>
    public static string Of(string wire) => string.Concat(wire.Split('_', '-', '.').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>The same for a member, which may not be named as its class.</summary>
    public static string Member(string schema, string wire) => Of(wire) is var name && name == schema ? "Name" : name;

    public static bool IsIdentifier(string name) => Identifier().IsMatch(name);

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Identifier();
}
