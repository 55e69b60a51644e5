using Peeker.Http;

namespace Peeker;

/// <summary>The API failed (5xx). Whether the call took effect is not known.</summary>
public sealed class PeekerServerException : PeekerApiException
{
    internal PeekerServerException(Answer answer, ApiError? error)
        : base(answer, error, "For calls that are safe to repeat, try again later; quote the request id to support.")
    {
    }
}
