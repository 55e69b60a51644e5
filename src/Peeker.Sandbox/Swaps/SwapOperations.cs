using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Swaps;

/// <summary>Replaces domains, and the names of their inboxes.</summary>
internal sealed class SwapOperations(SwapRules rules, SwapRun run)
{
    public byte[] Create(Call call)
    {
        var body = call.Read<SwapRequest>();
        lock (call.World.Gate)
        {
            var (domain, order) = SwapRules.LiveDomain(call.World, body.DomainId);
            var name = SwapRules.ReplacementName(body.ReplacementDomain);
            var type = new SwapType(body.Type.Value);
            if (SwapRules.Open(call.World, domain) is { } open)
            {
                // Assumption: the docs tell to send a blocked swap again once its replacement is imported, so the same swap is no second one.
                return open.ReplacementName == name && open.Type == type
                    ? Envelope.Data(open.ToModel())
                    : throw Fault.Invalid("domain_id", "Another swap of this domain is still open.");
            }

            SwapRules.CheckReplacement(call.World, name, order.SlotOf(domain)!.Provider);
            if (type == SwapType.Premium) rules.CheckPremium(call.World, order.SlotOf(domain)!, call.Instant);
            var swap = call.World.Swaps.Put(new(call.NewId("swp_"), type, order, domain, name, call.Now));
            if (type == SwapType.Premium) domain.PremiumSwappedAt = call.Instant;
            run.Start(call.World, swap, call.Instant);
            return Envelope.Data(swap.ToModel());
        }
    }

    public byte[] ChangeUserNames(Call call)
    {
        var body = call.Read<UserNamesRequest>();
        lock (call.World.Gate)
        {
            var (domain, order) = SwapRules.LiveDomain(call.World, body.DomainId);
            if (SwapRules.Open(call.World, domain) is not null) throw Fault.Invalid("domain_id", "Another swap of this domain is still open.");
            var unreachable = body.Personas.Any(person => MagicTarget.IsUnreachablePicture(person.ProfilePictureUrl));
            // Assumption: an inbox for each licence; how many a Microsoft domain has is not documented.
            var swaps = Enumerable.Range(0, order.SlotOf(domain)!.Licences)
                .Select(_ => call.World.Swaps.Put(new(call.NewId("swp_"), SwapType.UserNames, order, domain, null, call.Now) { HasUnreachablePicture = unreachable }))
                .ToList();
            var rows = swaps.Select(swap => swap.ToModel()).ToList();
            foreach (var swap in swaps) run.Start(call.World, swap, call.Instant);
            return Envelope.Data(new UserNameSwaps { Swaps = rows });
        }
    }

    public static byte[] List(Call call)
    {
        var query = call.Query;
        lock (call.World.Gate)
        {
            return PageOfRows.Of(call, call.World.Swaps, swap =>
                (!query.TryGetValue("user_id", out var user) || swap.Order.UserId == user)
                && (!query.TryGetValue("order_id", out var order) || swap.Order.Id == order)
                && (!query.TryGetValue("domain_id", out var domain) || swap.Domain.Id == domain)
                && (!query.TryGetValue("status", out var status) || swap.Status.Value == status),
                swap => swap.ToModel());
        }
    }

    public static byte[] Get(Call call)
    {
        lock (call.World.Gate) return Envelope.Data((call.World.Swaps.Find(call.Id) ?? throw Fault.NotFound("swap")).ToModel());
    }
}
