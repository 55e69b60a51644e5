namespace Peeker.Sandbox;

/// <summary>How a request can be made to fail.</summary>
public enum FaultKind
{
    /// <summary>429 <c>rate_limited</c>, with the seconds to wait.</summary>
    RateLimited,

    /// <summary>500 in the documented envelope.</summary>
    InternalError,

    /// <summary>502 in the documented envelope.</summary>
    BadGateway,

    /// <summary>503 in the documented envelope.</summary>
    Unavailable,

    /// <summary>The connection closes without an answer.</summary>
    Drop,

    /// <summary>Nothing happens for a time; then the answer comes, if the caller is still there.</summary>
    Stall,

    /// <summary>The work is done, and the connection closes after half of the answer's body.</summary>
    Truncate,

    /// <summary>A proxy's page: 502 with HTML.</summary>
    Html,
}
