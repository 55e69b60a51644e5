using Peeker.Http;

namespace Peeker;

/// <summary>
/// Too many requests for one key, 600 a minute, or no room for another live synchronous import (<c>rate_limited</c>). Nothing was done.
/// Documented at docs.peeker.ai/rate-limits.
/// </summary>
public sealed class PeekerRateLimitedException : PeekerApiException
{
    internal PeekerRateLimitedException(Answer answer, ApiError? error)
        : base(answer, error, "Wait as long as RetryAfter says, plus up to a second at random, and repeat; use import jobs for many domains.")
    {
    }

    /// <summary>Why, when it is not the request rate: <c>cloudflare_account_capacity</c> for imports.</summary>
    public string? Reason => Details?.Reason;
}
