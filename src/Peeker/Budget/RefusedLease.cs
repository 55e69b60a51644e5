using System.Threading.RateLimiting;

namespace Peeker.Budget;

/// <summary>No permit, why, and an estimate of when there would have been one.</summary>
internal sealed class RefusedLease(string reason, TimeSpan? retryAfter) : RateLimitLease
{
    public override bool IsAcquired => false;

    public override IEnumerable<string> MetadataNames =>
        retryAfter is null ? [MetadataName.ReasonPhrase.Name] : [MetadataName.RetryAfter.Name, MetadataName.ReasonPhrase.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.ReasonPhrase.Name ? reason
            : metadataName == MetadataName.RetryAfter.Name ? retryAfter
            : null;
        return metadata is not null;
    }
}
