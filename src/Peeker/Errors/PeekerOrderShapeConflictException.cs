using Peeker.Http;

namespace Peeker;

/// <summary>The order names a bundle and licences at once (<c>order_shape_conflict</c>).</summary>
public sealed class PeekerOrderShapeConflictException : PeekerApiException
{
    internal PeekerOrderShapeConflictException(Answer answer, ApiError? error)
        : base(answer, error, "Send a BundleOrder or a CustomOrder, not the members of both.")
    {
    }
}
