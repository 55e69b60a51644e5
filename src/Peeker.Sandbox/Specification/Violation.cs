namespace Peeker.Sandbox.Specification;

/// <summary>The first thing wrong with a value.</summary>
/// <param name="Field">The path to the offender, for example <c>personas[1].profile_picture_url</c>.</param>
/// <param name="Rule">What it must be; never what it is.</param>
internal sealed record Violation(string Field, string Rule)
{
    /// <summary>The same, seen from the object or array around it.</summary>
    public Violation Within(string part) => this with { Field = Field.Length == 0 ? part : Field[0] == '[' ? part + Field : $"{part}.{Field}" };
}
