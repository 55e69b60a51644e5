namespace Peeker.Cli.Domains;

/// <summary>Names of domains, one on a line. Empty lines, and those that begin with #, are passed over.</summary>
internal sealed class NameFile(string path, Surroundings surroundings)
{
    /// <summary>How many lines there are to look at; null where that is known only at the end.</summary>
    public long? Count() => path == "-" ? null : Lines().LongCount();

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public IEnumerable<string> Lines()
    {
        using var reader = Open();
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length > 0 && text[0] != '#') yield return text;
        }
    }

    private TextReader Open()
    {
        try
        {
            return path == "-" ? surroundings.Input : new StreamReader(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read; name a file with one domain on a line, or - for standard input.");
        }
    }
}
