using System.Diagnostics;
using Peeker.Cli.Orders;

namespace Peeker.Cli;

/// <summary>How an exception ends the process: a code, and one line for a person.</summary>
internal sealed record Failure(int Code, string Message)
{
    public static Failure Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => new(ExitCode.Cancelled, "cancelled."),
        UsageException or PeekerConfigurationException => new(ExitCode.Usage, OneLine(exception.Message)),
        PeekerPreflightException broken => new(ExitCode.Usage, OneLine(string.Join(" ", broken.Report.Violations.Select(violation => $"{violation.Field}: {violation.Message} {violation.Remedy}")))),
        UnsettledException unsettled => new(unsettled.Code, OneLine(exception.Message)),
        PeekerOutcomeUnknownException => new(ExitCode.Unknown, OneLine(exception.Message)),
        PeekerException => new(ExitCode.Failed, OneLine(exception.Message)),
        OperationCanceledException => new(ExitCode.Failed, "No answer came in time."),
        AggregateException { InnerExceptions: [var only] } => Of(only, cancellationToken),

        // What cannot be read or written before anything is sent is a UsageException.
        IOException or UnauthorizedAccessException => new(ExitCode.Unwritten, $"Reading or writing failed on the way, and what was asked for may have been done: {OneLine(exception.Message)}"),
        _ => new(ExitCode.Defect, $"This is a defect of peeker ({exception.GetType().Name} in {Place(exception)}); please report it, with the command and without keys."),
    };

    // The message of what nobody thought of may hold anything; where it happened is ours to show.
    private static string Place(Exception defect) => new StackTrace(defect).GetFrames().Select(frame => frame.GetMethod()?.DeclaringType).FirstOrDefault(type => type?.Namespace?.StartsWith(nameof(Peeker), StringComparison.Ordinal) is true) is { } type ? $"{type.FullName}" : "no code of Peeker";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
