using Peeker.Http;

namespace Peeker;

/// <summary>The key is valid, and its permission preset does not allow the call (<c>forbidden</c>).</summary>
public sealed class PeekerForbiddenException : PeekerApiException
{
    internal PeekerForbiddenException(Answer answer, ApiError? error)
        : base(answer, error, "Use a key with the preset full.")
    {
    }
}
