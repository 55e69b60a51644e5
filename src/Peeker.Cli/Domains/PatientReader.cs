using System.Collections.Concurrent;

namespace Peeker.Cli.Domains;

/// <summary>Lines of a terminal or a pipe. The system gives no way to end a read that waits, so it waits on a thread that does not keep the process.</summary>
internal sealed class PatientReader : IDisposable
{
    // Few, since lines that are read and not asked for are lost to whoever shares the input.
    private const int MostAhead = 256;

    private readonly BlockingCollection<string> _lines = new(MostAhead);
    private readonly CancellationToken _cancellationToken;
    private Exception? _broken;

    public PatientReader(TextReader reader, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        new Thread(() => Read(reader)) { IsBackground = true, Name = "names" }.Start();
    }

    /// <exception cref="IOException">The input broke.</exception>
    /// <exception cref="OperationCanceledException">The wait is over before the line came.</exception>
    public string? ReadLine()
    {
        if (_lines.TryTake(out var line, Timeout.Infinite, _cancellationToken)) return line;
        return _broken is null ? null : throw new IOException($"the names cannot be read to their end: {_broken.Message}", _broken);
    }

    public void Dispose() => _lines.Dispose();

    private void Read(TextReader reader)
    {
        try
        {
            while (reader.ReadLine() is { } line) _lines.Add(line, _cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Nobody waits any more.
        }
#pragma warning disable CA1031 // An exception on a thread of its own would end the process; it is thrown to who asks for the next line.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            _broken = broken;
        }

        _lines.CompleteAdding();
    }
}
