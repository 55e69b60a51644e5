using Peeker.Http;

namespace Peeker;

/// <summary>The order has too few or too many domains for what it buys (<c>domain_count_mismatch</c>).</summary>
public sealed class PeekerDomainCountMismatchException : PeekerApiException
{
    internal PeekerDomainCountMismatchException(Answer answer, ApiError? error)
        : base(answer, error, "Send as many domains as RequiredCount says.")
    {
    }

    /// <summary>How many domains the order needs; null when the answer does not say.</summary>
    public int? RequiredCount => Details?.RequiredCount;

    /// <summary>How many domains were sent; null when the answer does not say.</summary>
    public int? SubmittedCount => Details?.SubmittedCount;

    /// <summary>How many domains are missing; null when the answer does not say.</summary>
    public int? MissingCount => Details?.MissingCount;
}
