using System.Threading.RateLimiting;

namespace Peeker.Redis;

/// <summary>A permit in use, until it is disposed. Doing that twice returns it once.</summary>
internal sealed class RedisLease(RedisRequestBudget budget, long id) : RateLimitLease
{
    private RedisRequestBudget? _budget = budget;

    public override bool IsAcquired => true;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = null;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Interlocked.Exchange(ref _budget, null)?.Return(id);
    }
}
