using System.Threading.RateLimiting;

namespace Peeker.Budget;

/// <summary>The answer to a question for no permit at all: there would be one.</summary>
internal sealed class EmptyLease : RateLimitLease
{
    private EmptyLease()
    {
    }

    public static EmptyLease Instance { get; } = new();

    public override bool IsAcquired => true;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }
}
