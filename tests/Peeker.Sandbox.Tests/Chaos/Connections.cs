using System.Diagnostics.Metrics;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>The connections of some ports, counted by the server, and by the platform's client as those that a request holds.</summary>
internal sealed class Connections : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly object _lock = new();
    private readonly int[] _ports;
    private long _open;
    private long _held;
    private long _most;

    public Connections(params int[] ports)
    {
        _ports = ports;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "kestrel.active_connections" or "http.client.open_connections") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, change, tags, _) => Count(instrument.Name, change, tags));
        _listener.Start();
    }

    /// <summary>What the server has open.</summary>
    public long Open => Interlocked.Read(ref _open);

    /// <summary>The most it had open at a time.</summary>
    public long Most => Interlocked.Read(ref _most);

    /// <summary>What the client has not given back to its pool.</summary>
    public long Held => Interlocked.Read(ref _held);

    public void Dispose() => _listener.Dispose();

    private void Count(string name, long change, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (port, isIdle) = (-1, false);
        foreach (var (tag, value) in tags)
        {
            if (tag == "server.port" && value is int number) port = number;
            if (tag == "http.connection.state") isIdle = value is "idle";
        }

        if (!_ports.Contains(port)) return;
        lock (_lock)
        {
            if (name == "kestrel.active_connections") _most = Math.Max(_most, _open += change);
            else if (!isIdle) _held += change;
        }
    }
}
