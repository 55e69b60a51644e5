using Peeker.Http;

namespace Peeker;

/// <summary>A member of the request is missing, of the wrong type, or not valid (<c>invalid_request</c>). <see cref="PeekerApiException.Field"/> names it.</summary>
public sealed class PeekerInvalidRequestException : PeekerApiException
{
    internal PeekerInvalidRequestException(Answer answer, ApiError? error)
        : base(answer, error, "Correct the field; repeating the same request gives the same answer.")
    {
    }
}
