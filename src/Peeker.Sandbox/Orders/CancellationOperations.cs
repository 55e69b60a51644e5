using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Orders;

/// <summary>
/// Cancels whole orders, or domains of them, at the end of the renewal period. Assumptions: an order that failed or is cancelled cannot
/// be; a second cancellation returns the first; a cancellation of some domains leaves the order's own status as it is.
/// </summary>
internal sealed class CancellationOperations(Timeline timeline)
{
    public byte[] Cancel(Call call)
    {
        lock (call.World.Gate)
        {
            var order = OrderOperations.Find(call);
            if (order.Status == OrderStatus.Failed || order.Status == OrderStatus.Cancelled)
                throw Fault.Invalid("id", $"An order that is {order.Status} cannot be cancelled.");
            var domains = call.Body.ValueKind == System.Text.Json.JsonValueKind.Undefined ? [.. order.Slots.Select(slot => slot.Domain)] : Named(call, order);
            if (order.Status != OrderStatus.CancelScheduled) Schedule(call, order, domains);
            return Envelope.Data(new Cancellation
            {
                Id = order.Id,
                Status = OrderStatus.CancelScheduled,
                CancellationScheduledAt = domains.Max(domain => domain.CancelScheduledAt)!.Value,
                CancelsAt = domains.Max(domain => domain.CancelsAt)!.Value,
                Domains = [.. domains.Select(domain => new CancelledDomain { Id = domain.Id, Domain = domain.Name })],
            });
        }
    }

    private static List<DomainRecord> Named(Call call, OrderRecord order) =>
        [.. call.Read<CancellationRequest>().Domains.Select((text, index) =>
            ForwardingOperations.Find(call.World, text) is { } domain && order.SlotOf(domain) is not null ? domain : throw Fault.NotFound("domain on this order", $"domains[{index}]")).Distinct()];

    private void Schedule(Call call, OrderRecord order, List<DomainRecord> domains)
    {
        var world = call.World;
        var due = order.PeriodEnd(call.Instant);
        var added = domains.Where(domain => domain.CancelsAt is null).ToList();
        foreach (var domain in added) domain.CancelAt(due, call.Now);
        var whole = order.Slots.TrueForAll(slot => slot.Domain.CancelsAt is not null);
        if (whole)
        {
            order.Status = OrderStatus.CancelScheduled;
            PendingActions.ResolveAll(world, order, call.Instant);
        }

        if (added.Count == 0 && !whole) return;
        world.Announce(WebhookEventType.OrderCancelScheduled, order, call.Instant, order.ToDetail(call.Instant));
        timeline.At(due, now =>
        {
            lock (world.Gate) End(world, order, now);
        });
    }

    private static void End(World world, OrderRecord order, DateTimeOffset now)
    {
        var ended = order.Slots.Where(slot => slot.Domain.CancelsAt <= now).ToList();
        foreach (var slot in ended)
        {
            FailWaiting(world, slot.Domain, now);
            slot.Domain.Release();
        }

        if (order.Status != OrderStatus.CancelScheduled)
        {
            // The licences of these domains are paid no longer; what is left goes on.
            order.Slots.RemoveAll(ended.Contains);
            return;
        }

        if (order.Slots.Exists(slot => slot.Domain.CancelsAt is not null)) return;
        // What a premium swap kept warm goes with the order.
        foreach (var domain in world.Domains.All.Where(domain => domain.Order == order).ToList()) domain.Release();
        order.Status = OrderStatus.Cancelled;
        world.Announce(WebhookEventType.OrderCancelled, order, now, order.ToDetail(now));
    }

    // A swap that waits for the partner would wait for ever; one at work meets its end by itself.
    private static void FailWaiting(World world, DomainRecord domain, DateTimeOffset now)
    {
        foreach (var swap in world.Swaps.All.Where(swap => swap.Domain == domain && swap.Status == SwapStatus.ActionRequired).ToList())
        {
            swap.Status = SwapStatus.Failed;
            world.Announce(WebhookEventType.SwapFailed, swap, now, swap.ToModel());
        }
    }
}
