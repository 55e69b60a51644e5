using System.Buffers.Binary;
using System.Security.Cryptography;
using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Users;

namespace Peeker.Sandbox.Orders;

/// <summary>Orders: taken once for each exact body in 24 hours.</summary>
internal sealed class OrderOperations(Provisioning provisioning)
{
    private static readonly TimeSpan DedupeWindow = TimeSpan.FromHours(24);

    public byte[] Create(Call call)
    {
        // The exact bytes are the key of an order; whether the real API compares bytes or JSON is not documented.
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(call.Request.Body.Span, digest);
        var body = (call.Key.Text, BinaryPrimitives.ReadUInt128BigEndian(digest));
        var request = OrderPlan.Parse(call);
        OrderReceipt receipt;
        lock (call.World.Gate)
        {
            // Before the plan is read: a bundle archived meanwhile does not make the replay a new order.
            var replay = call.World.OrdersByBody.TryGetValue(body, out var first) && call.Now - first.CreatedAt < DedupeWindow;
            var order = replay ? first! : call.World.OrdersByBody[body] = Place(call, request);
            receipt = order.ToReceipt(call.Instant);
        }

        return Envelope.Data(receipt);
    }

    public static byte[] List(Call call)
    {
        var query = call.Query;
        lock (call.World.Gate)
        {
            return PageOfRows.Of(call, call.World.Orders, order =>
                (!query.TryGetValue("user_id", out var user) || order.UserId == user)
                && (!query.TryGetValue("user_email", out var email) || UserOperations.IsOf(call, order, email))
                && (!query.TryGetValue("bundle_id", out var bundle) || order.BundleId == bundle)
                && (!query.TryGetValue("status", out var status) || order.Status.Value == status),
                order => order.ToReceipt(call.Instant));
        }
    }

    public static byte[] Get(Call call)
    {
        lock (call.World.Gate) return Envelope.Data(Find(call).ToDetail(call.Instant));
    }

    public static OrderRecord Find(Call call) => call.World.Orders.Find(call.Id) ?? throw Fault.NotFound("order");

    private OrderRecord Place(Call call, object request)
    {
        var plan = OrderPlan.Read(call, request);
        var known = UserOperations.Named(call, plan.User);
        var slots = plan.Check(call.World);
        var user = known ?? UserOperations.ForOrder(call, plan.User, plan.Sequencer);
        var order = call.World.Orders.Put(new()
        {
            Id = call.NewId("ord_"),
            UserId = user.Id,
            Email = user.Email,
            BundleId = plan.BundleId,
            // Without members the specification does not name.
            Personas = [.. plan.Personas.Select(person => new Persona { FirstName = person.FirstName, LastName = person.LastName, ProfilePictureUrl = person.ProfilePictureUrl })],
            CreatedAt = call.Now,
        });
        foreach (var slot in slots)
        {
            var domain = slot.Known ?? call.World.Domains.Put(new()
            {
                Id = call.NewId("dom_"),
                Name = slot.Name,
                UsableFor = MagicName.UsableFor(slot.Name),
                CreatedAt = call.Now,
            });
            domain.Attach(order, slot.Provider, slot.ForwardingUrl);
            order.Slots.Add(new(domain, slot.Provider, slot.Licences, slot.Known is null));
        }

        order.Registrations = slots.Count(slot => slot.Known is null);
        if (order.BundleId is { } bundle) call.World.UsedBundles.Add(bundle);
        provisioning.Start(call.World, order, call.Instant);
        return order;
    }
}
