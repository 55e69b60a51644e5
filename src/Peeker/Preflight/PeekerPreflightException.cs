namespace Peeker;

/// <summary>An order breaks rules of the docs. Nothing was prepared, and nothing sent. The message names members and remedies, and no value but a root domain to write instead of a subdomain.</summary>
/// <remarks>Described in docs/preflight.md.</remarks>
public sealed class PeekerPreflightException : PeekerException
{
    internal PeekerPreflightException(PreflightReport report)
        : base(string.Join(' ', report.Violations.Take(MostInMessage)) + Rest(report), operation: null, requestId: null, inner: null) => Report = report;

    private const int MostInMessage = 5;

    /// <summary>All of it.</summary>
    public PreflightReport Report { get; }

    private static string Rest(PreflightReport report) => report.Violations.Count > MostInMessage ? $" And {report.Violations.Count - MostInMessage} more; see Report." : "";
}
