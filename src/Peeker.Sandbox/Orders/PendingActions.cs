using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;
using Peeker.Sandbox.Users;

namespace Peeker.Sandbox.Orders;

/// <summary>What stops an order until the partner has acted.</summary>
internal sealed class PendingActions(Ids ids, Timeline timeline)
{
    // Assumption: the docs name no way to resolve an action but a picture that can be reached. Here it can be, an hour later.
    private static readonly TimeSpan CauseRemoved = TimeSpan.FromHours(1);

    public static byte[] List(Call call)
    {
        var query = call.Query;
        var status = query.GetValueOrDefault("status", PendingActionStatus.Names.Open);
        lock (call.World.Gate)
        {
            return PageOfRows.Of(call, call.World.PendingActions, action =>
                action.Status.Value == status
                && (!query.TryGetValue("order_id", out var order) || action.Order.Id == order)
                && (!query.TryGetValue("user", out var user) || action.Order.UserId == user || UserOperations.IsOf(call, action.Order, user))
                && (!query.TryGetValue("domain_id", out var domain) || action.Domain.Id == domain),
                action => action.ToModel(), ("status", PendingActionStatus.Names.Open));
        }
    }

    /// <summary>Raises what the order asks for, once. False when it asks for nothing, or did before. The caller holds the lock.</summary>
    public bool Raise(World world, OrderRecord order, DateTimeOffset now, Action<World, OrderRecord, DateTimeOffset> resume)
    {
        if (order.Attempt > 1) return false;
        // The only documented kind of action is about pictures of Google inboxes.
        if (order.Slots.Find(slot => slot.Provider == MailProvider.Google)?.Domain is not { } domain) return false;
        var people = MagicEmail.AsksForAction(order.Email)
            ? order.Personas.Take(1).ToList()
            : [.. order.Personas.Where(person => MagicTarget.IsUnreachablePicture(person.ProfilePictureUrl))];
        if (people.Count == 0) return false;
        for (var index = 0; index < people.Count; index++)
            world.PendingActions.Put(new(ids.Of("act_", order.Id, number: index), order, domain, people[index], WholeSeconds.Of(now)));
        order.Status = OrderStatus.ActionRequired;
        order.Resume = resolved => resume(world, order, resolved);
        world.Announce(WebhookEventType.OrderActionRequired, order, now, order.ToDetail(now));
        timeline.At(now + CauseRemoved, resolved =>
        {
            lock (world.Gate) ResolveAll(world, order, resolved);
        });
        return true;
    }

    /// <summary>Resolves one action, as if its cause had been removed. False when there is no such open action.</summary>
    public static bool Resolve(World world, string id, DateTimeOffset now)
    {
        lock (world.Gate)
        {
            if (world.PendingActions.Find(id) is not { } action || action.Status != PendingActionStatus.Open) return false;
            action.Status = PendingActionStatus.Resolved;
            if (!Open(world, action.Order).Any()) Resume(action.Order, now);
            return true;
        }
    }

    /// <summary>Resolves whatever an order still asks for. The caller holds the lock.</summary>
    public static void ResolveAll(World world, OrderRecord order, DateTimeOffset now)
    {
        foreach (var action in Open(world, order).ToList()) action.Status = PendingActionStatus.Resolved;
        Resume(order, now);
    }

    private static void Resume(OrderRecord order, DateTimeOffset now)
    {
        var resume = order.Resume;
        order.Resume = null;
        if (order.Status == OrderStatus.ActionRequired) resume?.Invoke(now);
    }

    private static IEnumerable<PendingActionRecord> Open(World world, OrderRecord order) =>
        world.PendingActions.All.Where(action => action.Order == order && action.Status == PendingActionStatus.Open);
}
