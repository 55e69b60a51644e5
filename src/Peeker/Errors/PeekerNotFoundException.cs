using Peeker.Http;

namespace Peeker;

/// <summary>The account has no such record (<c>not_found</c>). Records of the live world do not exist for a test key.</summary>
public sealed class PeekerNotFoundException : PeekerApiException
{
    internal PeekerNotFoundException(Answer answer, ApiError? error)
        : base(answer, error, "Check the id, and that the key belongs to the account and world that made it.")
    {
    }
}
