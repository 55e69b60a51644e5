using System.Security.Cryptography;
using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Users;
using Peeker.Sandbox.Webhooks;

namespace Peeker.Sandbox.Orders;

/// <summary>Orders: taken once for each exact body in 24 hours, complete after a delay on the clock.</summary>
internal sealed class OrderOperations(Ids ids, UserOperations users, WebhookSender webhooks, TimeSpan completionDelay)
{
    private static readonly TimeSpan DedupeWindow = TimeSpan.FromHours(24);

    public byte[] Create(Call call)
    {
        // The exact bytes are the key of an order; whether the real API compares bytes or JSON is not documented.
        var body = $"{call.Key.Text}:{Convert.ToHexString(SHA256.HashData(call.Request.Body.Span))}";
        lock (call.World.Gate)
        {
            // Before the plan is read: a bundle archived meanwhile does not make the replay a new order.
            if (call.World.OrdersByBody.TryGetValue(body, out var first) && call.Now - first.CreatedAt < DedupeWindow)
                return Envelope.Data(first.ToReceipt(first.StatusAt(call.Instant)));
            var order = OrderPlan.Read(call);
            var domains = order.Check(call.World);
            var user = users.ForOrder(call.World, order.User, order.Sequencer, call.Now);
            var record = Place(call, order, user, domains);
            call.World.OrdersByBody[body] = record;
            webhooks.Announce(record, call.Instant);
            return Envelope.Data(record.ToReceipt(OrderStatus.InProgress));
        }
    }

    public byte[] List(Call call)
    {
        var query = call.Query;
        lock (call.World.Gate)
        {
            return PageOfRows.Of(call, call.World.Orders, order =>
                (!query.TryGetValue("user_id", out var user) || order.UserId == user)
                && (!query.TryGetValue("user_email", out var email) || UserOperations.Same(order.Email, email))
                && (!query.TryGetValue("bundle_id", out var bundle) || order.BundleId == bundle)
                && (!query.TryGetValue("status", out var status) || order.StatusAt(call.Instant).Value == status),
                order => order.ToReceipt(order.StatusAt(call.Instant)));
        }
    }

    public byte[] Get(Call call)
    {
        lock (call.World.Gate)
        {
            var order = call.World.Orders.Find(call.Id) ?? throw Fault.NotFound("order");
            return Envelope.Data(order.ToDetail(order.StatusAt(call.Instant)));
        }
    }

    // No order of this sandbox asks for action yet, so the list is empty whatever its filters.
    public byte[] ListPendingActions(Call call) =>
        PageOfRows.Of(call, new Table<PendingAction>(action => action.Id), _ => true, action => action, ("status", "open"));

    private OrderRecord Place(Call call, OrderPlan order, User user, IReadOnlyList<OrderPlan.Slot> slots)
    {
        var records = slots.Select(slot => slot.Known ?? call.World.Domains.Put(new()
        {
            Id = ids.Next("dom_"),
            Name = slot.Name,
            UsableFor = MagicName.UsableFor(slot.Name),
            CreatedAt = call.Now,
        })).ToList();
        var record = call.World.Orders.Put(new()
        {
            Id = ids.Next("ord_"),
            UserId = user.Id,
            Email = user.Email,
            BundleId = order.BundleId,
            Costs = OrderPrice.Of(order.GoogleLicenses, order.MicrosoftLicenses, slots.Count(slot => slot.Known is null)),
            Domains = records,
            Personas = order.Personas,
            CreatedAt = call.Now,
            CompletesAt = call.Instant + completionDelay,
        });
        for (var index = 0; index < records.Count; index++)
        {
            records[index].Order = record;
            records[index].Provider = slots[index].Provider;
            records[index].ForwardingUrl = slots[index].ForwardingUrl;
        }

        return record;
    }
}
