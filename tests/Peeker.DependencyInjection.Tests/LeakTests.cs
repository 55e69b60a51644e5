using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Peeker.Sandbox;

namespace Peeker.DependencyInjection.Tests;

/// <summary>At Trace, where the factory's own loggers can print headers with the key, and older ones every query.</summary>
public class LeakTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_logged_that_identifies_or_opens_anything(bool withTheFactorysLoggers)
    {
        await using var sandbox = await PeekerSandbox.StartAsync(new() { Seed = 3 });
        var lines = new Lines();
        await using var services = Given.Services(
            Given.SettingsFor(sandbox),
            http => { if (withTheFactorysLoggers) http.AddDefaultLogger().RedactLoggedHeaders(_ => false); },
            more => more.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(lines)));
        var peeker = services.GetRequiredService<PeekerClient>();
        sandbox.Faults.Next(1, new SandboxFault(FaultKind.Unavailable));
        await peeker.Orders.ListPageAsync(new() { UserEmail = "customer@acme.example" });
        var text = string.Join('\n', lines.All);
        Assert.Contains("Orders_List", text, StringComparison.Ordinal);

        // The control: with the factory's loggers back, the key is there to be found.
        var leaks = text.Contains(sandbox.ApiKey, StringComparison.Ordinal) || text.Contains("customer%40acme.example", StringComparison.Ordinal);
        Assert.Equal(withTheFactorysLoggers, leaks);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            All.Enqueue($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
