using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Peeker.AspNetCore;

/// <summary>An inbox for development, in the memory of one process. A restart forgets which events were completed; redelivery stays Peeker's.</summary>
public sealed class InMemoryWebhookInbox : IWebhookInbox
{
    /// <summary>How long an event is remembered after it was completed.</summary>
    public static TimeSpan Keep { get; } = TimeSpan.FromHours(72);

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly object _lock = new();
    private readonly Dictionary<string, InMemoryRecord> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Position, DateTime ForgottenAt)> _newest = new(StringComparer.Ordinal);
    private readonly Queue<string> _completed = new();
    private readonly TimeProvider _time;
    private readonly int _most;
    private long _token;
    private DateTime _nextSweep;

    /// <summary>An inbox by the system's clock or another.</summary>
    /// <param name="time">The clock; the system's if not given.</param>
    /// <param name="most">How many events are remembered. When it is full, those completed longest ago are forgotten first; an event that finds no room is busy.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is below 1.</exception>
    public InMemoryWebhookInbox(TimeProvider? time = null, int most = 100_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        (_time, _most) = (time ?? TimeProvider.System, most);
    }

    /// <inheritdoc/>
    public ValueTask<InboxClaimResult> ClaimAsync(InboxEvent delivered, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivered);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        lock (_lock)
        {
            var now = Now();
            Sweep(now);
            ref var record = ref CollectionsMarshal.GetValueRefOrAddDefault(_records, delivered.EventId, out _);
            if (_records.Count > _most)
            {
                if (!MakeRoom())
                {
                    _records.Remove(delivered.EventId);
                    return new(InboxAnswer.Busy);
                }

                // The old reference holds until something is taken away.
                record = ref CollectionsMarshal.GetValueRefOrNullRef(_records, delivered.EventId);
            }

            if (record.IsCompleted) return new(InboxAnswer.Completed);
            if (record.LeasedUntil > now) return new(InboxAnswer.Busy);
            record.Token = ++_token;
            record.Attempts++;
            record.LeasedUntil = now + lease;
            return new(new InboxClaim
            {
                Event = delivered,
                FencingToken = record.Token,
                Attempt = record.Attempts,
                IsStale = delivered.ResourceId is { } resource && _newest.TryGetValue(resource, out var newest) && newest.Position > delivered.Position,
                LeasedUntil = record.LeasedUntil,
            });
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RenewAsync(InboxClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        lock (_lock)
        {
            ref var record = ref Newest(claim);
            if (Unsafe.IsNullRef(ref record) || record.IsCompleted) return new(false);
            record.LeasedUntil = Now() + lease;
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(InboxClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        lock (_lock)
        {
            ref var record = ref Newest(claim);
            if (Unsafe.IsNullRef(ref record)) return new(false);
            if (!record.IsCompleted) _completed.Enqueue(claim.Event.EventId);
            record.IsCompleted = true;
            record.LeasedUntil = Now();
            if (claim.Event.ResourceId is { } resource && !(_newest.TryGetValue(resource, out var newest) && newest.Position > claim.Event.Position))
                _newest[resource] = (claim.Event.Position, record.LeasedUntil + Keep);
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(InboxClaim claim, TimeSpan retryAfter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        lock (_lock)
        {
            ref var record = ref Newest(claim);
            if (Unsafe.IsNullRef(ref record) || record.IsCompleted) return new(false);
            // A released claim is void: its token is used up.
            record.Token = ++_token;
            record.LeasedUntil = Now() + retryAfter;
            return new(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long?> NewestPositionAsync(string resourceId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        lock (_lock) return new(_newest.TryGetValue(resourceId, out var newest) ? newest.Position : null);
    }

    /// <summary>The record of a claim; a null reference when the claim is not the newest.</summary>
    private ref InMemoryRecord Newest(InboxClaim claim)
    {
        ref var record = ref CollectionsMarshal.GetValueRefOrNullRef(_records, claim.Event.EventId);
        if (!Unsafe.IsNullRef(ref record) && record.Token != claim.FencingToken) return ref Unsafe.NullRef<InMemoryRecord>();
        return ref record;
    }

    private DateTime Now() => _time.GetUtcNow().UtcDateTime;

    private void Sweep(DateTime now)
    {
        if (now < _nextSweep) return;
        _nextSweep = now + SweepEvery;
        foreach (var (id, record) in _records)
        {
            if (record.IsForgotten(now)) _records.Remove(id);
        }

        // The clock may have been set back meanwhile; then some wait here a little longer than their records.
        while (_completed.TryPeek(out var oldest) && !_records.ContainsKey(oldest)) _completed.Dequeue();
        foreach (var (id, newest) in _newest)
        {
            if (newest.ForgottenAt <= now) _newest.Remove(id);
        }
    }

    private bool MakeRoom()
    {
        while (_completed.TryDequeue(out var oldest))
        {
            if (!_records.Remove(oldest, out var record)) continue;
            if (record.IsCompleted) return true;

            // It was forgotten, and has come again.
            _records.Add(oldest, record);
        }

        return false;
    }
}
