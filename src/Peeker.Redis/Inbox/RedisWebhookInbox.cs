using System.Globalization;
using StackExchange.Redis;

namespace Peeker.Redis;

/// <summary>
/// An inbox for many instances of a receiver. An event is completed once; its handler runs at least once and is told when it runs again; in effect once if
/// the handler writes in the same transaction or is idempotent.
/// </summary>
/// <remarks>
/// It remembers which events were worked on, not the events: what fails is delivered again by Peeker, up to five times within 24 hours.
/// While Redis is away every call throws a <see cref="PeekerInboxException"/>; the endpoint answers 503 and the event comes again. Leases are measured by the clock of Redis.
/// Assumption: Redis evicts nothing (<c>maxmemory-policy noeviction</c>); an event that it forgets may be worked on again when it is delivered again. Guide: docs/inbox.md.
/// </remarks>
public sealed class RedisWebhookInbox : IWebhookInbox
{
    private readonly IDatabase _database;
    private readonly RedisWebhookInboxOptions _options;
    private readonly InboxKeys _keys;

    /// <summary>Makes the inbox of this instance. Redis is asked when the first event is claimed.</summary>
    /// <param name="redis">The connection; the caller disposes it. Connect with <c>abortConnect=false</c>, so that it may come up later.</param>
    /// <param name="options">What the instances share.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it.</exception>
    public RedisWebhookInbox(IConnectionMultiplexer redis, RedisWebhookInboxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(redis);
        _options = options ?? new();
        _options.Validate();
        _database = redis.GetDatabase();
        _keys = new(_options.Name);
    }

    /// <inheritdoc/>
    public async ValueTask<InboxClaimResult> ClaimAsync(InboxEvent delivered, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivered);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        var answer = await AskAsync(InboxScripts.Claim, _keys.Of(delivered), [Milliseconds(lease), Keep, InboxKeys.Position(delivered.Position)], cancellationToken).ConfigureAwait(false);
        var parts = (RedisResult[])answer!;
        if (parts.Length == 1) return (string?)parts[0] == "completed" ? InboxAnswer.Completed : InboxAnswer.Busy;
        return new InboxClaim
        {
            Event = delivered,
            FencingToken = (long)parts[1],
            Attempt = (int)parts[2],
            LeasedUntil = DateTimeOffset.UnixEpoch.AddMicroseconds(long.Parse((string)parts[3]!, CultureInfo.InvariantCulture)),
            IsStale = (int)parts[4] == 1,
        };
    }

    /// <inheritdoc/>
    public ValueTask<bool> RenewAsync(InboxClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return IsDoneAsync(InboxScripts.Renew, [_keys.Event(claim.Event.EventId)], [claim.FencingToken, Milliseconds(lease), Keep], cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(InboxClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return IsDoneAsync(InboxScripts.Complete, _keys.Of(claim.Event), [claim.FencingToken, Keep, InboxKeys.Position(claim.Event.Position)], cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(InboxClaim claim, TimeSpan retryAfter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        return IsDoneAsync(InboxScripts.Release, [_keys.Event(claim.Event.EventId)], [claim.FencingToken, Milliseconds(retryAfter), Keep], cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<long?> NewestPositionAsync(string resourceId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        var position = await AnswerAsync(database => database.StringGetAsync(_keys.Resource(resourceId)), cancellationToken).ConfigureAwait(false);
        return position.IsNull ? null : InboxKeys.Position(position.ToString());
    }

    private long Keep => Milliseconds(_options.Keep);

    private async ValueTask<bool> IsDoneAsync(string script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken) =>
        (long)await AskAsync(script, keys, arguments, cancellationToken).ConfigureAwait(false) == 1;

    private Task<RedisResult> AskAsync(string script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken) =>
        AnswerAsync(database => database.ScriptEvaluateAsync(script, keys, arguments), cancellationToken);

    private async Task<T> AnswerAsync<T>(Func<IDatabase, Task<T>> ask, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return await ask(_database).WaitAsync(_options.RedisTimeout, _options.Time, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is RedisConnectionException or TimeoutException)
        {
            throw new PeekerInboxException("Redis cannot be reached, or did not answer in time.", isTransient: true, failure);
        }
        catch (RedisException failure)
        {
            throw new PeekerInboxException("Redis refused a step of the inbox. Check that it has memory left, may be written to, and allows this user to run scripts on the inbox's keys.", IsTransient(failure), failure);
        }
    }

    // It is loading, full, a replica for the moment: that passes. A user without the right, or a key that is something else, stays.
    private static bool IsTransient(RedisException failure) =>
        !failure.Message.Contains("NOPERM", StringComparison.Ordinal) && !failure.Message.Contains("NOAUTH", StringComparison.Ordinal) && !failure.Message.Contains("WRONGTYPE", StringComparison.Ordinal);

    private static long Milliseconds(TimeSpan span) => (long)Math.Ceiling(span.TotalMilliseconds);
}
