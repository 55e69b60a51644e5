using Peeker.Cli.Orders;

namespace Peeker.Cli;

/// <summary>How an exception ends the process: a code, and one line for a person.</summary>
internal sealed record Failure(int Code, string Message)
{
    /// <summary>Null for what is a defect of this program: that may show its stack.</summary>
    public static Failure? Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException when cancellationToken.IsCancellationRequested => new(ExitCode.Cancelled, "cancelled."),
        UsageException or PeekerConfigurationException => new(ExitCode.Usage, OneLine(exception.Message)),
        PeekerPreflightException broken => new(ExitCode.Usage, OneLine(string.Join(" ", broken.Report.Violations.Select(violation => $"{violation.Field}: {violation.Message} {violation.Remedy}")))),
        UnsettledException unsettled => new(unsettled.Code, OneLine(exception.Message)),
        PeekerOutcomeUnknownException => new(ExitCode.Unknown, OneLine(exception.Message)),
        PeekerException => new(ExitCode.Failed, OneLine(exception.Message)),
        IOException or UnauthorizedAccessException => new(ExitCode.Usage, OneLine(exception.Message)),
        _ => null,
    };

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
