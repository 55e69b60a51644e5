using System.Security.Cryptography;

namespace Peeker.Sandbox.Control;

/// <summary>What the control surface shows. No key and no secret is in it.</summary>
internal static class ControlViews
{
    public static object Summary(PeekerSandbox sandbox) => new
    {
        sandbox.Seed,
        Now = sandbox.Clock.UtcNow,
        Frozen = sandbox.Clock.IsFrozen,
        Requests = sandbox.Requests.Count,
        FaultsWaiting = sandbox.Faults.Waiting,
    };

    public static object Requests(PeekerSandbox sandbox)
    {
        var first = new Dictionary<string, string?>(StringComparer.Ordinal);
        return sandbox.Requests.All.Select(received => new
        {
            received.At,
            received.Method,
            received.Path,
            received.Query,
            received.Operation,
            received.Status,
            received.RequestId,
            Fault = received.Fault?.Kind,
            AfterWork = received.Fault?.AfterWork,
            received.BodyLength,
            received.Body,
            SameBodyAs = EarlierWithBody(received),
        }).ToList();

        // The request id of the first that sent these bytes. No hash is shown: that of a short body could be guessed back.
        string? EarlierWithBody(ReceivedRequest received)
        {
            if (received.Bytes.IsEmpty) return null;
            var hash = Convert.ToHexString(SHA256.HashData(received.Bytes));
            return first.TryAdd(hash, received.RequestId) ? null : first[hash];
        }
    }

    public static object Webhooks(PeekerSandbox sandbox) => new
    {
        // Without what may be a secret of the receiver: user, password, query.
        Url = sandbox.Webhooks.Url is { } url ? $"{url.Scheme}://{url.Authority}{url.AbsolutePath}" : null,
        sandbox.Webhooks.AtOnce,
        sandbox.Webhooks.DuplicateShare,
        DelayUpToSeconds = sandbox.Webhooks.DelayUpTo.TotalSeconds,
        Deliveries = sandbox.Webhooks.Deliveries.Select(delivery => new { delivery.EventId, Type = delivery.Type.Value, delivery.Attempt, delivery.At, delivery.Status, delivery.IsExtra, Environment = delivery.Environment.Value }),
    };
}
