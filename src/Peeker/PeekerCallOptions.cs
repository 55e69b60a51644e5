using Microsoft.Kiota.Abstractions;

namespace Peeker;

/// <summary>Limits of single calls, in place of those of the <see cref="PeekerClientOptions"/>; see <see cref="PeekerClient.With"/>.</summary>
public sealed class PeekerCallOptions : IRequestOption
{
    /// <summary>How long one attempt may take, body included; null for the client's.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>How long a call may take with all its attempts and waits; null for the client's.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>How often a call is repeated at the most; null for the client's.</summary>
    public int? MaxRetries { get; init; }
}
