using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Peeker.AspNetCore.Tests;

/// <summary>Keeps every line of the webhooks.</summary>
internal sealed class LogBook : ILoggerProvider, ILogger
{
    private int _errors;
    private readonly ConcurrentQueue<(LogLevel Level, int Id, string Text)> _lines = [];

    /// <summary>Lines of errors, the host's among them.</summary>
    public int Errors => Volatile.Read(ref _errors);

    public string All => string.Join('\n', _lines.Select(line => line.Text));

    public int Count(int id) => _lines.Count(line => line.Id == id);

    public IEnumerable<LogLevel> LevelsOf(int id) => _lines.Where(line => line.Id == id).Select(line => line.Level);

    public LogLevel LevelOf(int id) => _lines.First(line => line.Id == id).Level;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error) Interlocked.Increment(ref _errors);
        // The host's own lines have ids of their own.
        if (eventId.Id is > 100 and < 130) _lines.Enqueue((logLevel, eventId.Id, $"{formatter(state, exception)} {exception}"));
    }

    public void Dispose()
    {
    }
}
