using System.Text;

namespace Peeker.Cli.Domains;

/// <summary>What an earlier run left in a file.</summary>
internal sealed class WrittenRows(string path, RowFormat format)
{
    /// <summary>How many rows are of no name of a domain.</summary>
    public long Invalid { get; private set; }

    /// <summary>Notes the names that have a row.</summary>
    /// <returns>The length up to the last whole line. What is behind it is the beginning of a row.</returns>
    /// <exception cref="UsageException">The file was not written by this command, or in another format.</exception>
    public long Read(FileStream file, NamesDone done)
    {
        var whole = WholeLines(file);
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        file.Position = 0;
        if (whole == 0) return IsBeginning(reader.ReadLine() ?? "") ? 0 : throw Foreign();
        for (long left = Breaks(file, whole), number = 1; left > 0; left--, number++)
        {
            // A table program writes CR LF, which is read as one break; a lone CR stands in no row.
            var line = reader.ReadLine() ?? throw Foreign();
            if (number == 1 && format.Head is { } head)
            {
                if (line != head) throw Foreign();
                continue;
            }

            var domain = format.DomainOf(line) ?? throw (number == 1 ? Foreign() : new UsageException($"Line {number} of {path} is no row of this command; remove the line or the file."));
            if (done.Add(domain) && !DomainName.TryParse(domain, out _)) Invalid++;
        }

        return whole;
    }

    // A single line without its end is ours only if it is the beginning of what we would write there.
    private bool IsBeginning(string text)
    {
        var first = format.Head ?? format.RowStart;
        return first.StartsWith(text, StringComparison.Ordinal) || (format.Head is null && text.StartsWith(first, StringComparison.Ordinal));
    }

    private UsageException Foreign() => new($"{path} is there and is no output of this command as {format.Name}; name another file, or the format it has.");

    // Counted rather than added up: what is no UTF-8 has another length when it is read. Leaves the file at its beginning.
    private static long Breaks(FileStream file, long whole)
    {
        var buffer = new byte[1 << 16];
        long breaks = 0;
        file.Position = 0;
        for (var left = whole; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0) break;
            breaks += buffer.AsSpan(0, read).Count((byte)'\n');
            left -= read;
        }

        file.Position = 0;
        return breaks;
    }

    private static long WholeLines(FileStream file)
    {
        var buffer = new byte[1 << 12];
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(0, end - buffer.Length);
            var part = buffer.AsSpan(0, (int)(end - start));
            file.Position = start;
            file.ReadExactly(part);
            if (part.LastIndexOf((byte)'\n') is >= 0 and var found) return start + found + 1;
            end = start;
        }

        return 0;
    }
}
