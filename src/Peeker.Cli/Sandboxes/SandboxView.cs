using System.Globalization;
using Peeker.Sandbox;

namespace Peeker.Cli.Sandboxes;

/// <summary>Shows on standard error what happens in a sandbox.</summary>
internal abstract class SandboxView(Surroundings surroundings)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected Surroundings Around => surroundings;

    public static SandboxView Of(Surroundings surroundings) => surroundings.ErrorIsTerminal ? new SandboxTables(surroundings) : new SandboxLines(surroundings);

    /// <summary>Until it is cancelled.</summary>
    public abstract Task ShowAsync(SandboxNews news, CancellationToken cancellationToken);

    protected static string Time(DateTimeOffset at) => at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    protected static string Status(int? status) => status?.ToString(CultureInfo.InvariantCulture) ?? "none";

    protected static string Operation(ReceivedRequest request) => request.Operation ?? $"{request.Method} {request.Path}";

    protected async Task RepeatAsync(Action look, CancellationToken cancellationToken)
    {
        while (true)
        {
            look();
            await Task.Delay(Pause, surroundings.Time, cancellationToken);
        }
    }
}
