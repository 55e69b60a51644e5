namespace Peeker.Cli.Domains;

/// <summary>Where rows go. Safe to share between the reader of the input and the reader of the answers.</summary>
internal abstract class RowSink(RowFormat format) : IDisposable
{
    private readonly Lock _gate = new();

    protected RowFormat Format => format;

    /// <summary>Whether a later run can add what is missing in this one.</summary>
    public abstract bool CanGoOn { get; }

    /// <summary>Rows that were there before, and are of no name of a domain.</summary>
    public long EarlierInvalid { get; protected init; }

    public void Add(NameRow row)
    {
        var line = format.Write(row);
        lock (_gate) Write(line);
    }

    /// <summary>Puts what was added where it stays.</summary>
    public void Flush()
    {
        lock (_gate) Keep();
    }

    public virtual void Dispose()
    {
    }

    protected abstract void Write(string line);

    protected abstract void Keep();
}
