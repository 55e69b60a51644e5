using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Peeker.Tests.Diagnostics;

/// <summary>Keeps every line at every level.</summary>
internal sealed class LogBook : ILoggerFactory, ILoggerProvider, ILogger
{
    public ConcurrentQueue<(LogLevel Level, int Id, string Text)> Lines { get; } = [];

    public string All => string.Join('\n', Lines.Select(line => line.Text));

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        // A scope is printed beside each line.
        Lines.Enqueue((LogLevel.Trace, 0, $"{state}"));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }
}
