using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Peeker.Http;

/// <summary>Path and query of a request, relative to the base address. Members that were not set are left out.</summary>
internal sealed class RequestTarget(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    public RequestTarget With(string name, object? value)
    {
        if (value is null) return this;
        _text.Append(_separator).Append(name).Append('=').Append(Encode(value));
        _separator = '&';
        return this;
    }

    public RequestTarget WithRequired(string name, object? value) => With(name, value ?? throw new ArgumentNullException(name));

    public override string ToString() => _text.ToString();

    /// <summary>An id as a segment of the path. The prefix rules out an empty id and the segments <c>.</c> and <c>..</c>.</summary>
    /// <exception cref="ArgumentException">The id does not begin with <paramref name="prefix"/>.</exception>
    public static string Id(string id, string prefix, [CallerArgumentExpression(nameof(id))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(id, parameter);
        if (!id.StartsWith(prefix, StringComparison.Ordinal) || id.Length == prefix.Length)
            throw new ArgumentException($"The id must begin with '{prefix}' and go on after it; pass it as the API returned it.", parameter);
        return Uri.EscapeDataString(id);
    }

    private static string Encode(object value) => value switch
    {
        IReadOnlyList<string> list => string.Join(',', list.Select(Uri.EscapeDataString)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Uri.EscapeDataString(value.ToString() ?? ""),
    };
}
