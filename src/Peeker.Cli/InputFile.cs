namespace Peeker.Cli;

/// <summary>A file that the user names.</summary>
internal static class InputFile
{
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read; see that it is there and yours.");
        }
    }
}
