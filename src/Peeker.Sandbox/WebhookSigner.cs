using System.Text.Json;

namespace Peeker.Sandbox;

/// <summary>Signs deliveries as Peeker does, for tests of a receiver. Safe to share between threads.</summary>
/// <remarks>The guide is docs/sandbox.md.</remarks>
public sealed class WebhookSigner
{
    private readonly string[] _secrets;
    private readonly TimeProvider _time;

    /// <summary>Signs with one secret, or with several as during a rotation.</summary>
    /// <param name="secrets">The endpoint's secrets. The header carries a signature of each, separated by commas.</param>
    /// <param name="time">The clock that is signed; the system's if not given.</param>
    /// <exception cref="ArgumentException">There is no secret, or one is empty.</exception>
    public WebhookSigner(IEnumerable<string> secrets, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _secrets = [.. secrets];
        if (_secrets.Length == 0 || _secrets.Any(string.IsNullOrEmpty)) throw new ArgumentException("A signer needs a secret, and none may be empty.", nameof(secrets));
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc cref="WebhookSigner(IEnumerable{string}, TimeProvider)"/>
    public WebhookSigner(string secret, TimeProvider? time = null)
        : this([secret], time)
    {
    }

    /// <summary>Signs an event at the clock's time.</summary>
    /// <param name="happened">For example from <see cref="WebhookEvents"/>.</param>
    public SignedWebhook Sign(WebhookEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return Sign(happened.Id, JsonSerializer.SerializeToUtf8Bytes(happened));
    }

    /// <summary>Signs any bytes: also those that are no event, to see them refused.</summary>
    /// <param name="eventId">The value of <c>Peeker-Event-Id</c>.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="at">The time that is signed; the clock's if not given.</param>
    public SignedWebhook Sign(string eventId, ReadOnlyMemory<byte> body, DateTimeOffset? at = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        var timestamp = WebhookSignatureScheme.Timestamp(at ?? _time.GetUtcNow());
        return new(eventId, timestamp, string.Join(',', _secrets.Select(secret => WebhookSignatureScheme.Sign(secret, timestamp, body.Span))), body);
    }
}
