using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Webhooks;

namespace Peeker.Sandbox;

/// <summary>
/// Makes each of the documented events for tests, without a sandbox: the specification's example, with an id and a time of its own, and with the
/// data of the caller if some is given. Safe to share between threads.
/// </summary>
/// <remarks>The guide is docs/sandbox.md.</remarks>
/// <param name="seed">Ids come from it: the same seed gives the same ids in the same order. Another each time if not given.</param>
/// <param name="time">The clock that events are dated by, in whole seconds; the system's if not given.</param>
public sealed class WebhookEvents(int? seed = null, TimeProvider? time = null)
{
    private readonly Ids _ids = new(seed ?? Random.Shared.Next());
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private int _made;

    /// <summary>An order was placed and is being worked on.</summary>
    public OrderInProgress OrderInProgress(OrderDetail? data = null) => (OrderInProgress)Of(WebhookEventType.OrderInProgress, data);

    /// <summary>An order is complete.</summary>
    public OrderCompleted OrderCompleted(OrderDetail? data = null) => (OrderCompleted)Of(WebhookEventType.OrderCompleted, data);

    /// <summary>An order failed.</summary>
    public OrderFailed OrderFailed(OrderDetail? data = null) => (OrderFailed)Of(WebhookEventType.OrderFailed, data);

    /// <summary>An order waits for the partner.</summary>
    public OrderActionRequired OrderActionRequired(OrderDetail? data = null) => (OrderActionRequired)Of(WebhookEventType.OrderActionRequired, data);

    /// <summary>An order will be cancelled at the end of its period.</summary>
    public OrderCancelScheduled OrderCancelScheduled(OrderDetail? data = null) => (OrderCancelScheduled)Of(WebhookEventType.OrderCancelScheduled, data);

    /// <summary>An order was cancelled.</summary>
    public OrderCancelled OrderCancelled(OrderDetail? data = null) => (OrderCancelled)Of(WebhookEventType.OrderCancelled, data);

    /// <summary>A domain is connected.</summary>
    public DomainConnected DomainConnected(Domain? data = null) => (DomainConnected)Of(WebhookEventType.DomainConnected, data);

    /// <summary>A domain waits for the partner.</summary>
    public DomainActionRequired DomainActionRequired(Domain? data = null) => (DomainActionRequired)Of(WebhookEventType.DomainActionRequired, data);

    /// <summary>The forwarding of domains was set.</summary>
    public DomainForwardingUpdated DomainForwardingUpdated(ForwardingJob? data = null) => (DomainForwardingUpdated)Of(WebhookEventType.DomainForwardingUpdated, data);

    /// <summary>The forwarding of domains failed.</summary>
    public DomainForwardingFailed DomainForwardingFailed(ForwardingJob? data = null) => (DomainForwardingFailed)Of(WebhookEventType.DomainForwardingFailed, data);

    /// <summary>An import is complete.</summary>
    public DomainImportCompleted DomainImportCompleted(ImportJob? data = null) => (DomainImportCompleted)Of(WebhookEventType.DomainImportCompleted, data);

    /// <summary>An import failed.</summary>
    public DomainImportFailed DomainImportFailed(ImportJob? data = null) => (DomainImportFailed)Of(WebhookEventType.DomainImportFailed, data);

    /// <summary>An import waits for its nameservers.</summary>
    public DomainImportActionRequired DomainImportActionRequired(ImportJob? data = null) => (DomainImportActionRequired)Of(WebhookEventType.DomainImportActionRequired, data);

    /// <summary>A swap was asked for.</summary>
    public SwapCreated SwapCreated(Swap? data = null) => (SwapCreated)Of(WebhookEventType.SwapCreated, data);

    /// <summary>A swap is being worked on.</summary>
    public SwapInProgress SwapInProgress(Swap? data = null) => (SwapInProgress)Of(WebhookEventType.SwapInProgress, data);

    /// <summary>A swap is complete.</summary>
    public SwapCompleted SwapCompleted(Swap? data = null) => (SwapCompleted)Of(WebhookEventType.SwapCompleted, data);

    /// <summary>A swap failed.</summary>
    public SwapFailed SwapFailed(Swap? data = null) => (SwapFailed)Of(WebhookEventType.SwapFailed, data);

    /// <summary>A swap waits for the partner.</summary>
    public SwapActionRequired SwapActionRequired(Swap? data = null) => (SwapActionRequired)Of(WebhookEventType.SwapActionRequired, data);

    /// <summary>An event of a type, with the members of its data changed.</summary>
    /// <param name="type">Any of the documented events.</param>
    /// <param name="edit">Changes the example's data. What no longer fits the type gives an <see cref="UnknownEvent"/>, as it would from the wire.</param>
    /// <exception cref="ArgumentException">The type is none of the documented ones.</exception>
    public WebhookEvent Edited(WebhookEventType type, Action<JsonObject> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var data = EventSamples.Example(type);
        edit(data);
        return Event(type, data);
    }

    private WebhookEvent Of<T>(WebhookEventType type, T? data)
        where T : class => Event(type, data is null ? EventSamples.Example(type) : JsonSerializer.SerializeToNode(data)!);

    private WebhookEvent Event(WebhookEventType type, JsonNode data) => WebhookEvent.Parse(JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["id"] = _ids.Of("evt_", "built", type.Value, Interlocked.Increment(ref _made)),
        ["type"] = type.Value,
        ["created_at"] = _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["data"] = data,
    }));
}
