using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Specification;

/// <summary>A pattern of the specification. Most say with what an id begins, which needs no engine.</summary>
internal sealed class Pattern
{
    private readonly string _text;
    private readonly string? _prefix;
    private readonly Regex? _regex;

    public Pattern(string text)
    {
        _text = text;
        // The shape of every id: ^usr_.+
        if (text.StartsWith('^') && text.EndsWith(".+", StringComparison.Ordinal) && text.AsSpan(1, text.Length - 3) is var prefix && Regex.Escape(prefix.ToString()) == prefix) _prefix = prefix.ToString();
        // Without backtracking no input can make it slow.
        // In .NET a dollar sign matches before a line break at the end too; in the specification it does not.
        else _regex = new(text.EndsWith('$') ? text[..^1] + @"\z" : text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    public bool IsMatch(string value) =>
        _prefix is null ? _regex!.IsMatch(value) : value.Length > _prefix.Length && value.StartsWith(_prefix, StringComparison.Ordinal) && value[_prefix.Length] != '\n';

    public override string ToString() => _text;
}
