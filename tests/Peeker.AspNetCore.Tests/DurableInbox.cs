using System.Runtime.CompilerServices;

namespace Peeker.AspNetCore.Tests;

/// <summary>A durable inbox as far as one process can tell: it keeps the events, in memory.</summary>
internal sealed class DurableInbox(TimeProvider time) : IDurableWebhookInbox
{
    private readonly object _lock = new();
    private readonly Dictionary<string, Row> _rows = [];
    private long _token;

    public int Sweeps { get; private set; }

    /// <summary>How often the next events were asked for.</summary>
    public int Asked { get; private set; }

    public int GivenBack { get; private set; }

    public int Renewals { get; private set; }

    public int CompletedCount
    {
        get
        {
            lock (_lock) return _rows.Values.Count(row => row.IsCompleted);
        }
    }

    public IReadOnlyList<TimeSpan> Pauses { get; } = new List<TimeSpan>();

    public ValueTask<bool> AcceptAsync(InboxEvent delivered, CancellationToken cancellationToken = default)
    {
        lock (_lock) return new(_rows.TryAdd(delivered.EventId, new(delivered) { Due = time.GetUtcNow() }));
    }

    public ValueTask<InboxClaim?> ClaimNextAsync(TimeSpan lease, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            Asked++;
            var next = Open.Where(row => row.Due <= time.GetUtcNow()).MinBy(row => row.Due);
            return new(next is null ? null : Claim(next, lease));
        }
    }

    public ValueTask<InboxClaimResult> ClaimAsync(InboxEvent delivered, TimeSpan lease, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<TimeSpan?> NextDueAsync(CancellationToken cancellationToken = default)
    {
        lock (_lock) return new(Open.Any() ? Open.Min(row => row.Due) - time.GetUtcNow() : null);
    }

    public ValueTask<bool> RenewAsync(InboxClaim claim, TimeSpan lease, CancellationToken cancellationToken = default) => Change(claim, row =>
    {
        Renewals++;
        row.Due = time.GetUtcNow() + lease;
    });

    public ValueTask<bool> CompleteAsync(InboxClaim claim, CancellationToken cancellationToken = default) => Change(claim, row => row.IsCompleted = true);

    public ValueTask<bool> ReleaseAsync(InboxClaim claim, TimeSpan retryAfter, CancellationToken cancellationToken = default) => Change(claim, row =>
    {
        ((List<TimeSpan>)Pauses).Add(retryAfter);
        row.Due = time.GetUtcNow() + retryAfter;
    });

    public ValueTask<bool> GiveBackAsync(InboxClaim claim, CancellationToken cancellationToken = default) => Change(claim, row =>
    {
        GivenBack++;
        row.Attempts--;
        row.Due = time.GetUtcNow();
    });

    public ValueTask<bool> BuryAsync(InboxClaim claim, string reason, CancellationToken cancellationToken = default) => Change(claim, row => row.Reason = reason);

    public ValueTask<bool> ReviveAsync(string eventId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        Sweeps++;
        return new(0);
    }

    public async IAsyncEnumerable<DeadLetter> DeadLettersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        Row[] dead;
        lock (_lock) dead = [.. _rows.Values.Where(row => row.Reason is not null)];
        foreach (var row in dead) yield return new() { Event = row.Event, Attempts = row.Attempts, BuriedAt = time.GetUtcNow(), Reason = row.Reason! };
    }

    public ValueTask<long?> NewestPositionAsync(string resourceId, CancellationToken cancellationToken = default)
    {
        lock (_lock) return new(Newest(resourceId));
    }

    private IEnumerable<Row> Open => _rows.Values.Where(row => !row.IsCompleted && row.Reason is null);

    private long? Newest(string? resourceId) => _rows.Values.Where(row => row.IsCompleted && row.Event.ResourceId == resourceId).Max(row => (long?)row.Event.Position);

    private InboxClaim Claim(Row row, TimeSpan lease)
    {
        (row.Token, row.Attempts, row.Due) = (++_token, row.Attempts + 1, time.GetUtcNow() + lease);
        return new() { Event = row.Event, FencingToken = row.Token, Attempt = row.Attempts, IsRepeat = row.Claims++ > 0, IsStale = Newest(row.Event.ResourceId) > row.Event.Position, LeasedUntil = row.Due };
    }

    private ValueTask<bool> Change(InboxClaim claim, Action<Row> change)
    {
        lock (_lock)
        {
            var row = _rows[claim.Event.EventId];
            if (row.Token != claim.FencingToken) return new(false);
            change(row);
            return new(true);
        }
    }

    private sealed class Row(InboxEvent kept)
    {
        public InboxEvent Event => kept;

        public long Token { get; set; }

        public int Attempts { get; set; }

        public int Claims { get; set; }

        public DateTimeOffset Due { get; set; }

        public bool IsCompleted { get; set; }

        public string? Reason { get; set; }
    }
}
