using System.Text;

namespace Peeker.Cli.Keys;

/// <summary>A file that holds a secret, and that nobody but its owner may read.</summary>
internal static class SecretFile
{
    // A key is short. What is longer is another file, named by mistake.
    private const int MostBytes = 1 << 20;
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>The text of the file, without a line break at its end.</summary>
    /// <exception cref="UsageException">It cannot be read, or others may read it.</exception>
    public static string ReadText(string path) => Encoding.UTF8.GetString(Read(path)).TrimStart('\uFEFF').TrimEnd('\r', '\n');

    /// <exception cref="UsageException">It cannot be read, or others may read it.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

            // Of what was opened, and not of the path, which may lead elsewhere by now.
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & OfOthers) != 0)
                throw new UsageException($"{path} holds a secret and is open to others on this machine; run chmod 600 {path}.");
            if (file.Length > MostBytes) throw new UsageException($"{path} is larger than 1 MiB, which is no such file.");
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path} cannot be read; see that it is there and yours.");
        }
    }
}
