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
        file.Position = 0;
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        if (whole == 0) return IsBeginning(reader.ReadLine() ?? "") ? 0 : throw Foreign();
        for (long at = 0, number = 1; at < whole; number++)
        {
            var line = reader.ReadLine()!;
            at += Encoding.UTF8.GetByteCount(line) + 1;
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
