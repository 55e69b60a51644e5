using System.Threading.RateLimiting;

namespace Peeker.Budget;

/// <summary>Permits in use, until it is disposed. Doing that twice returns them once.</summary>
internal sealed class SlidingLease(SlidingRequestBudget budget, int permits) : RateLimitLease
{
    private SlidingRequestBudget? _budget = budget;

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
        Interlocked.Exchange(ref _budget, null)?.Return(permits);
    }
}
