using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Peeker.Inbox.Receiver;

/// <summary>Writes down what happens, a line with one call of the system each, so that a kill loses none that was written.</summary>
internal sealed class Witness(string file) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file = new(file, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    // The timestamp is one clock for all processes of the machine.
    public void Write(string what, string eventId, bool isRepeat)
    {
        lock (_lock) _file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetTimestamp()} {what} {eventId} {isRepeat}\n")));
    }

    public void Dispose() => _file.Dispose();
}
