using System.Text;

namespace Peeker;

/// <summary>
/// The ICANN section of the public suffix list: under which names domains are registered. The private section is left out, because a name under one of its suffixes
/// cannot be registered with a registrar. The file is sorted by bytes and stays as it is in memory; there is no string for each rule.
/// </summary>
internal sealed class PublicSuffixList
{
    private static readonly Lazy<PublicSuffixList> Loaded = new(() => new(Read()));

    private readonly byte[] _text;
    private readonly int[] _lines;

    private PublicSuffixList(byte[] text)
    {
        _text = text;
        var lines = new List<int>(8192);
        for (var start = 0; start < text.Length; start += text.AsSpan(start).IndexOf((byte)'\n') + 1)
        {
            if (text[start] != '#') lines.Add(start);
        }

        _lines = [.. lines];
    }

    public static PublicSuffixList Instance => Loaded.Value;

    public int Count => _lines.Length;

    /// <summary>Where in a name of A-labels its root domain starts; -1 if the whole name is a public suffix. A last label that has no rule is one.</summary>
    public int RootOf(string name)
    {
        Span<byte> rule = stackalloc byte[2 + 253];
        rule[0] = (byte)'*';
        rule[1] = (byte)'.';
        var before = -1;
        for (var start = 0; ; start = Next(name, start))
        {
            var next = Next(name, start);
            var length = Encoding.ASCII.GetBytes(name.AsSpan(start), rule[2..]);
            if (next < 0 || Has(rule.Slice(2, length))) return before;

            // The exclamation mark of an exception takes the place of the dot.
            rule[1] = (byte)'!';
            if (Has(rule.Slice(1, length + 1))) return start;

            rule[1] = (byte)'.';
            length = Encoding.ASCII.GetBytes(name.AsSpan(next), rule[2..]);
            if (Has(rule[..(length + 2)])) return before;
            before = start;
        }
    }

    /// <summary>Whether a last label has a rule of its own.</summary>
    public bool Lists(string label) => Has(Encoding.ASCII.GetBytes(label)) || Has(Encoding.ASCII.GetBytes($"*.{label}"));

    private static int Next(string name, int start) => name.IndexOf('.', start) is var dot && dot < 0 ? -1 : dot + 1;

    private bool Has(ReadOnlySpan<byte> rule)
    {
        for (int low = 0, high = _lines.Length - 1; low <= high;)
        {
            var middle = (low + high) / 2;
            var line = _text.AsSpan(_lines[middle]);
            switch (line[..line.IndexOf((byte)'\n')].SequenceCompareTo(rule))
            {
                case 0: return true;
                case < 0: low = middle + 1; break;
                default: high = middle - 1; break;
            }
        }

        return false;
    }

    private static byte[] Read()
    {
        using var stream = typeof(PublicSuffixList).Assembly.GetManifestResourceStream("Peeker.icann.txt")!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }
}
