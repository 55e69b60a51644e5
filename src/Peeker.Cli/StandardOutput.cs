using Microsoft.Win32.SafeHandles;

namespace Peeker.Cli;

/// <summary>Standard output of the process.</summary>
internal static class StandardOutput
{
    private const int Descriptor = 1;

    // A few dozen rows: who reads them sees them soon, and a reader that left is noticed soon. A row at a time would be a call of the system for each of a million.
    private const int BufferBytes = 1 << 12;

    public static StreamWriter Open() => new(Stream(), bufferSize: BufferBytes);

    /// <summary>
    /// The console's own stream says nothing when the reader of a pipe has left (<c>| head -1</c>), and a long run would go on for nobody. A file is left to it:
    /// a stream of our own would keep its own place in a file that others write to as well.
    /// </summary>
    private static Stream Stream()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected) return Console.OpenStandardOutput();
        var pipe = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}
