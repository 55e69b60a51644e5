using Peeker.Http;

namespace Peeker;

/// <summary>The key is missing, malformed or revoked (<c>unauthorized</c>).</summary>
public sealed class PeekerUnauthorizedException : PeekerApiException
{
    internal PeekerUnauthorizedException(Answer answer, ApiError? error)
        : base(answer, error, "Check the key in the partner portal under Settings, API.")
    {
    }
}
