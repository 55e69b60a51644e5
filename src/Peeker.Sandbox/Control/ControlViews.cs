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

    public static object Requests(PeekerSandbox sandbox) => sandbox.Requests.All.Select(received => new
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
    });

    public static object Webhooks(PeekerSandbox sandbox) => new
    {
        sandbox.Webhooks.Url,
        sandbox.Webhooks.AtOnce,
        sandbox.Webhooks.DuplicateShare,
        DelayUpToSeconds = sandbox.Webhooks.DelayUpTo.TotalSeconds,
        Deliveries = sandbox.Webhooks.Deliveries.Select(delivery => new { delivery.EventId, Type = delivery.Type.Value, delivery.Attempt, delivery.At, delivery.Status, delivery.IsExtra }),
    };
}
