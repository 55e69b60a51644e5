using Peeker.Sandbox.Domains;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;
using Peeker.Sandbox.Users;

namespace Peeker.Sandbox.Orders;

/// <summary>
/// What happens to an order by itself: in progress, its domains connected half way, completed. Or it fails, or asks for action. Callers
/// of <see cref="Start"/> hold the world's lock.
/// </summary>
internal sealed class Provisioning(Timeline timeline, PendingActions actions, TimeSpan delay)
{
    public void Start(World world, OrderRecord order, DateTimeOffset now)
    {
        var attempt = ++order.Attempt;
        order.Status = OrderStatus.InProgress;
        world.Announce(WebhookEventType.OrderInProgress, order, now, order.ToDetail(now));
        Then(now + (delay / 2), Connect);
        Then(now + delay, Finish);

        void Then(DateTimeOffset due, Action<World, OrderRecord, DateTimeOffset> step) => timeline.At(due, then =>
        {
            lock (world.Gate)
            {
                if (order.Attempt == attempt && order.Status == OrderStatus.InProgress) step(world, order, then);
            }
        });
    }

    private void Connect(World world, OrderRecord order, DateTimeOffset now)
    {
        if (actions.Raise(world, order, now, Start)) return;
        if (MagicEmail.FailsOrders(order.Email)) return;
        foreach (var domain in order.Slots.Select(slot => slot.Domain).Where(domain => !domain.IsConnected))
        {
            domain.IsConnected = true;
            world.Announce(WebhookEventType.DomainConnected, domain, now, domain.ToModel());
        }
    }

    private static void Finish(World world, OrderRecord order, DateTimeOffset now)
    {
        if (MagicEmail.FailsOrders(order.Email))
        {
            order.Status = OrderStatus.Failed;
            // Assumption: what was bought or brought for an order that failed is free for the next one.
            foreach (var slot in order.Slots) slot.Domain.Release();
            world.Announce(WebhookEventType.OrderFailed, order, now, order.ToDetail(now));
            return;
        }

        order.Status = OrderStatus.Completed;
        world.Announce(WebhookEventType.OrderCompleted, order, now, order.ToDetail(now));
    }
}
