using System.Diagnostics;

namespace Peeker.Cli.Tests;

/// <summary>A command that runs in the process of the test.</summary>
internal sealed class Running : IDisposable
{
    private readonly SharedText _output = new();
    private readonly SharedText _error = new();

    public Running(string[] arguments, string input, Outside outside, HttpMessageHandler handler, CancellationToken cancellationToken) =>
        Ending = RunAsync(arguments, input, outside, handler, cancellationToken);

    public Task<Ending> Ending { get; }

    /// <summary>Waits for a line on standard error.</summary>
    public Task<string> NoteAsync(string start) => LineAsync(_error, start);

    /// <summary>Waits for a line on standard error that has a text somewhere.</summary>
    public Task<string> LineWithAsync(string part) => LineAsync(_error, part, anywhere: true);

    /// <summary>Waits for a line on standard output.</summary>
    public Task<string> DataAsync(string start) => LineAsync(_output, start);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private async Task<string> LineAsync(SharedText text, string start, bool anywhere = false)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(10))
        {
            if (text.ToString().Split('\n')[..^1].FirstOrDefault(line => anywhere ? line.Contains(start, StringComparison.Ordinal) : line.StartsWith(start, StringComparison.Ordinal)) is { } found) return found;
            if (Ending.IsCompleted) break;
        }

        throw new TimeoutException($"No line has {start}:\n{_output}\n{_error}");
    }

    private async Task<Ending> RunAsync(string[] arguments, string input, Outside outside, HttpMessageHandler handler, CancellationToken cancellationToken)
    {
        using var owned = handler;
        var code = await Task.Run(() => CommandLine.RunAsync(arguments, new()
        {
            Output = outside.Output ?? _output,
            Error = _error,
            Input = outside.Input ?? new StringReader(input),
            Variable = outside.Variables.GetValueOrDefault,
            Handler = handler,
            Time = outside.Time,
            ErrorIsTerminal = outside.ErrorIsTerminal,
        }, cancellationToken), CancellationToken.None);
        return new(code, _output.ToString(), _error.ToString());
    }
}
