namespace Peeker.AspNetCore.Tests;

/// <summary>The inbox in memory, with renewals counted, refused, or everything failing.</summary>
internal sealed class CountingInbox(TimeProvider time) : IWebhookInbox
{
    private readonly InMemoryWebhookInbox _inner = new(time);
    private int _renewals;

    public int Renewals => Volatile.Read(ref _renewals);

    public bool RenewsNothing { get; set; }

    public bool Fails { get; set; }

    public Exception Failure { get; set; } = new IOException("The store is away.");

    /// <summary>The resource whose position cannot be told.</summary>
    public string? FailsFor { get; set; }

    public ValueTask<InboxClaimResult> ClaimAsync(InboxEvent delivered, TimeSpan lease, CancellationToken cancellationToken = default) =>
        Fails ? throw Failure : _inner.ClaimAsync(delivered, lease, cancellationToken);

    public async ValueTask<bool> RenewAsync(InboxClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        var renewed = !RenewsNothing && await _inner.RenewAsync(claim, lease, cancellationToken);
        Interlocked.Increment(ref _renewals);
        return renewed;
    }

    public ValueTask<bool> CompleteAsync(InboxClaim claim, CancellationToken cancellationToken = default) => _inner.CompleteAsync(claim, cancellationToken);

    public ValueTask<bool> ReleaseAsync(InboxClaim claim, TimeSpan retryAfter, CancellationToken cancellationToken = default) => _inner.ReleaseAsync(claim, retryAfter, cancellationToken);

    public ValueTask<long?> NewestPositionAsync(string resourceId, CancellationToken cancellationToken = default) => resourceId == FailsFor ? throw Failure : _inner.NewestPositionAsync(resourceId, cancellationToken);
}
