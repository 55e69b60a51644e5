namespace Peeker.Cli;

/// <summary>
/// Keeps a second run from a file of the first. A file of its own beside it, since .NET locks on Unix only what nobody else may read, and rows may be read while
/// they are written.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _held;

    private FileLock(FileStream held) => _held = held;

    /// <exception cref="UsageException">Another run has it, or nothing can be written there.</exception>
    public static FileLock Take(string path)
    {
        try
        {
            return new(new($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
        }
        catch (Exception unusable) when (InputFile.IsOfFiles(unusable))
        {
            throw new UsageException($"{Shown.File(path)} cannot be written; see that its folder is there and yours, and that no other run is writing it.");
        }
    }

    public void Dispose() => _held.Dispose();
}
