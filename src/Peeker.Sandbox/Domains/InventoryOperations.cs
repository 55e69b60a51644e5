using Peeker.Sandbox.Http;
using Peeker.Sandbox.Users;

namespace Peeker.Sandbox.Domains;

/// <summary>The domains of the account.</summary>
internal static class InventoryOperations
{
    public static byte[] List(Call call)
    {
        var query = call.Query;
        lock (call.World.Gate)
        {
            return PageOfRows.Of(call, call.World.Domains, domain =>
                (!query.TryGetValue("category", out var category) || category == (domain.Order is null ? DomainCategory.Names.Inventory : DomainCategory.Names.Connected))
                && (!query.TryGetValue("user_id", out var user) || domain.Order?.UserId == user)
                && (!query.TryGetValue("user_email", out var email) || (domain.Order is { } order && UserOperations.IsOf(call, order, email)))
                && (!query.TryGetValue("usable_for", out var provider) || domain.UsableFor.Contains(new(provider)))
                && (!query.TryGetValue("status", out var status) || status == (domain.IsConnected ? DomainStatus.Names.Active : DomainStatus.Names.Available)),
                domain => domain.ToModel());
        }
    }
}
