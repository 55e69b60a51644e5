namespace Peeker.Cli.Domains;

/// <summary>
/// Names of domains, one on a line. Empty lines, and those that begin with #, are passed over. Opened once: what comes through a pipe cannot be read again, so
/// only a file that can be is counted.
/// </summary>
internal sealed class NameFile : IDisposable
{
    private readonly TextReader _reader;
    private readonly FileStream? _file;

    private NameFile(TextReader reader, FileStream? file) => (_reader, _file) = (reader, file);

    /// <summary>Whether the lines can be read more than once.</summary>
    private bool IsStored => _file?.CanSeek is true;

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static NameFile Open(string path, Surroundings surroundings)
    {
        if (path == "-") return new(surroundings.Input, null);
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return new(new StreamReader(file), file);
        }
        catch (Exception unreadable) when (InputFile.IsOfFiles(unreadable))
        {
            throw new UsageException($"{Shown.File(path)} cannot be read; name a file with one domain on a line, or - for standard input.");
        }
    }

    /// <summary>How many lines there are to look at; null where that is known only at the end.</summary>
    public long? Count()
    {
        if (!IsStored) return null;
        using var reader = new StreamReader(_file!, leaveOpen: true);
        var count = Names(reader.ReadLine).LongCount();
        _file!.Position = 0;
        return count;
    }

    /// <summary>The names, once. Who waits for one that has not come yet stops waiting when <paramref name="cancellationToken"/> is.</summary>
    public IEnumerable<string> Lines(CancellationToken cancellationToken) =>
        Names(IsStored ? _reader.ReadLine : new PatientReader(_reader, cancellationToken).ReadLine);

    /// <summary>Standard input is not closed: a read of it may still be under way.</summary>
    public void Dispose()
    {
        if (IsStored) _file!.Dispose();
    }

    private static IEnumerable<string> Names(Func<string?> next)
    {
        while (next() is { } line)
        {
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#') yield return text;
        }
    }
}
