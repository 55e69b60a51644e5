namespace Peeker.Cli.Domains;

/// <summary>Rows on standard output.</summary>
internal sealed class RowStream : RowSink
{
    private readonly TextWriter _output;

    public RowStream(RowFormat format, TextWriter output)
        : base(format)
    {
        _output = output;
        if (format.Head is { } head) Write(head);
    }

    public override bool CanGoOn => false;

    protected override void Write(string line)
    {
        // Not WriteLine: rows have the same bytes on every system.
        _output.Write(line);
        _output.Write('\n');
    }

    protected override void Keep() => _output.Flush();
}
