namespace Peeker.Cli.Domains;

/// <summary>How rows are written, each on a line of its own, and read again.</summary>
internal abstract class RowFormat
{
    public static RowFormat Csv { get; } = new CsvRows();

    public static RowFormat Json { get; } = new JsonRows();

    /// <summary>How it is asked for.</summary>
    public abstract string Name { get; }

    /// <summary>The first line, without its break; null if rows begin at once.</summary>
    public abstract string? Head { get; }

    /// <summary>How a row begins, whichever it is; empty if that says nothing.</summary>
    public abstract string RowStart { get; }

    /// <summary>A row, without its break.</summary>
    public abstract string Write(NameRow row);

    /// <summary>The name that a row is about; null if the line is no row.</summary>
    public abstract string? DomainOf(string line);
}
