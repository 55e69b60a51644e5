using System.Text;

namespace Peeker.Cli.Tests;

/// <summary>Text that one thread writes and another looks at.</summary>
internal sealed class SharedText : TextWriter
{
    private readonly StringBuilder _text = new();

    public SharedText() => CoreNewLine = ['\n'];

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_text) _text.Append(value);
    }

    public override void Write(string? value)
    {
        lock (_text) _text.Append(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        lock (_text) _text.Append(buffer, index, count);
    }

    public override string ToString()
    {
        lock (_text) return _text.ToString();
    }
}
