namespace Peeker.Cli.Sandboxes;

/// <summary>An order as an event tells of it.</summary>
internal sealed record OrderState(string Id, DateTimeOffset At, string Status, int Domains)
{
    /// <summary>Null for events about other things.</summary>
    public static OrderState? Of(WebhookEvent happened)
    {
        OrderDetail? order = happened switch
        {
            OrderInProgress progress => progress.Data,
            OrderCompleted completed => completed.Data,
            OrderFailed failed => failed.Data,
            OrderActionRequired action => action.Data,
            OrderCancelScheduled scheduled => scheduled.Data,
            OrderCancelled cancelled => cancelled.Data,
            _ => null,
        };
        return order is null ? null : new(order.Id, happened.CreatedAt, order.Status.Value, order.DomainCount);
    }
}
