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
    public static byte[] Read(string path) => Read(path, mayBeOpen: false).Bytes;

    /// <summary>A file that may hold a secret, and whether others may read it: then it should not.</summary>
    /// <exception cref="UsageException">It cannot be read.</exception>
    public static (byte[] Bytes, bool IsOpen) ReadWithMode(string path) => Read(path, mayBeOpen: true);

    public static UsageException Open(string path) => new($"{path} holds a secret and is open to others on this machine; run chmod 600 {path}.");

    private static (byte[] Bytes, bool IsOpen) Read(string path, bool mayBeOpen)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

            // Of what was opened, and not of the path, which may lead elsewhere by now.
            var isOpen = !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file.SafeFileHandle) & OfOthers) != 0;

            // Not a byte of it is read then.
            if (isOpen && !mayBeOpen) throw Open(path);

            // A pipe has no length: it is read until its end, or until it is too much.
            using var bytes = new MemoryStream();
            var part = new byte[1 << 12];
            for (int read; (read = file.Read(part)) > 0;)
            {
                bytes.Write(part, 0, read);
                if (bytes.Length > MostBytes) throw new UsageException($"{path} is larger than 1 MiB, which is no such file.");
            }

            return (bytes.ToArray(), isOpen);
        }
        catch (Exception unreadable) when (InputFile.IsOfFiles(unreadable))
        {
            throw new UsageException($"{Shown.File(path)} cannot be read; see that it is there and yours.");
        }
    }
}
