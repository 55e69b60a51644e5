using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Swaps;

/// <summary>What a swap needs. Assumption: the docs name the limits and no error codes, so a refusal is <c>invalid_request</c>.</summary>
internal sealed class SwapRules(int premiumPercent)
{
    private static readonly TimeSpan Cooldown = TimeSpan.FromDays(30);

    // Assumption: the share counts the swaps of as many days as the cooldown has.
    private static readonly TimeSpan QuotaPeriod = TimeSpan.FromDays(30);

    public static (DomainRecord Domain, OrderRecord Order) LiveDomain(World world, string id)
    {
        var domain = world.Domains.Find(id) ?? throw Fault.NotFound("domain", "domain_id");
        return domain.Order is { } order && order.Status == OrderStatus.Completed && order.SlotOf(domain) is not null && domain.CancelsAt is null
            ? (domain, order)
            : throw Fault.Invalid("domain_id", "Only a domain of a completed order, with no cancellation, can be swapped.");
    }

    public static SwapRecord? Open(World world, DomainRecord domain) => world.Swaps.All.FirstOrDefault(swap => swap.Domain == domain && swap.Order == domain.Order && swap.IsOpen);

    public static string ReplacementName(string text) =>
        DomainText.Normalise(text) is { } name && DomainText.IsRoot(name) ? name : throw Fault.Invalid("replacement_domain", "replacement_domain must be a root domain such as acme-mail.com.");

    public static void CheckReplacement(World world, string name, MailProvider provider)
    {
        var known = world.DomainNamed(name);
        if (known?.Order is not null) throw Fault.Invalid("replacement_domain", "replacement_domain is on an order.");
        if (!MagicName.UsableFor(name).Contains(provider)) throw Fault.Invalid("replacement_domain", $"replacement_domain cannot run on {provider}.");
        if (known is null && MagicName.Unavailable(name) is { } reason && reason != UnavailableReason.Taken)
            throw Fault.Invalid("replacement_domain", $"replacement_domain cannot be bought ({reason}) and was not imported.");
    }

    /// <summary>Provider, then cooldown, then quota.</summary>
    public void CheckPremium(World world, OrderSlot slot, DateTimeOffset now)
    {
        if (slot.Provider != MailProvider.Microsoft) throw Fault.Invalid("type", "A premium swap takes Microsoft domains only.");
        if (slot.Domain.PremiumSwappedAt is { } last && now - last < Cooldown)
            throw Fault.Invalid("domain_id", $"A domain may be swapped at premium once in {Cooldown.Days} days.");
        var active = world.Orders.All.Where(order => order.Status == OrderStatus.Completed).SelectMany(order => order.Slots)
            .Where(active => active.Provider == MailProvider.Microsoft).Sum(active => active.Licences);
        var made = world.Swaps.All.Count(swap => swap.Type == SwapType.Premium && swap.Status != SwapStatus.Failed && now - swap.CreatedAt < QuotaPeriod);
        if ((made + 1) * 100L > (long)premiumPercent * active)
            throw Fault.Invalid("type", $"Premium swaps are limited to {premiumPercent} percent of the active Microsoft inboxes in {QuotaPeriod.Days} days.");
    }
}
