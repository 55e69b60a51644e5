using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Users;

namespace Peeker.Sandbox.Domains;

/// <summary>The domains of the account, and where they redirect to.</summary>
internal sealed class InventoryOperations(Ids ids)
{
    public byte[] List(Call call)
    {
        var query = call.Query;
        lock (call.World.Gate)
        {
            return PageOfRows.Of(call, call.World.Domains, domain =>
                (!query.TryGetValue("category", out var category) || category == (domain.Order is null ? DomainCategory.Names.Inventory : DomainCategory.Names.Connected))
                && (!query.TryGetValue("user_id", out var user) || domain.Order?.UserId == user)
                && (!query.TryGetValue("user_email", out var email) || (domain.Order is { } order && UserOperations.Same(order.Email, email)))
                && (!query.TryGetValue("usable_for", out var provider) || domain.UsableFor.Contains(new(provider)))
                && (!query.TryGetValue("status", out var status) || domain.ToModel().Status.Value == status),
                domain => domain.ToModel());
        }
    }

    public byte[] SetForwarding(Call call)
    {
        var body = call.Read<ForwardingRequest>();
        if (!Uri.TryCreate(body.ForwardingUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw Fault.Invalid("forwarding_url", "forwarding_url must be an http or https address.");
        lock (call.World.Gate)
        {
            var found = body.Domains.Select((text, index) =>
                call.World.Domains.Find(text) ?? (DomainText.Normalise(text) is { } name ? call.World.DomainNamed(name) : null)
                ?? throw Fault.NotFound("domain", $"domains[{index}]")).Distinct().ToList();
            foreach (var domain in found) domain.ForwardingUrl = body.ForwardingUrl;
            return Envelope.Data(call.World.Forwardings.Put(new()
            {
                Id = ids.Next("fwj_"),
                Status = ForwardingStatus.Completed,
                CompletedCount = found.Count,
                FailedCount = 0,
                ForwardingUrl = body.ForwardingUrl,
                Completed = [.. found.Select(domain => domain.Name)],
                Failed = [],
                CreatedAt = call.Now,
                CompletedAt = call.Now,
            }));
        }
    }

    public byte[] GetForwarding(Call call)
    {
        lock (call.World.Gate) return Envelope.Data(call.World.Forwardings.Find(call.Id) ?? throw Fault.NotFound("forwarding job"));
    }
}
