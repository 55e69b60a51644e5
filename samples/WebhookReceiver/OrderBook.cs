using System.Collections.Concurrent;
using Peeker;
using Peeker.AspNetCore;

namespace WebhookReceiver;

/// <summary>The state of each order, as events told of it. A shop would keep it in its database.</summary>
internal sealed class OrderBook(TextWriter screen) : IWebhookHandler<WebhookEvent>
{
    private readonly ConcurrentDictionary<string, string> _states = new();

    public IReadOnlyDictionary<string, string> States => _states;

    public async Task HandleAsync(WebhookDelivery<WebhookEvent> delivery, CancellationToken cancellationToken)
    {
        var notes = (delivery.IsRepeat ? ", again" : "") + (delivery.IsStale ? ", too late to change anything" : "") + (delivery.IsReconciled ? ", found by asking" : "");
        await screen.WriteLineAsync($"{delivery.Event.Type}  {delivery.Event.ResourceId}{notes}".AsMemory(), cancellationToken);
        if (!delivery.IsStale && OrderOf(delivery.Event) is { } order) _states[order.Id] = order.Status.Value;
    }

    private static OrderDetail? OrderOf(WebhookEvent happened) => happened switch
    {
        OrderInProgress { Data: var order } => order,
        OrderActionRequired { Data: var order } => order,
        OrderCompleted { Data: var order } => order,
        OrderFailed { Data: var order } => order,
        OrderCancelScheduled { Data: var order } => order,
        OrderCancelled { Data: var order } => order,
        _ => null,
    };
}
