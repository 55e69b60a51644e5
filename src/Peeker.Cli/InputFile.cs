namespace Peeker.Cli;

/// <summary>A file that the user names.</summary>
internal static class InputFile
{
    /// <summary>What .NET throws of a file that cannot be used; a name that is empty, or none, is an argument to it.</summary>
    public static bool IsOfFiles(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>JSON, without the mark of UTF-8 that editors put before it.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static ReadOnlySpan<byte> ReadJson(string path) => WithoutMark(Read(path));

    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text[3..] : text;

    /// <exception cref="UsageException">It cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (IsOfFiles(unreadable))
        {
            throw new UsageException($"{Shown.File(path)} cannot be read; see that it is there and yours.");
        }
    }
}
