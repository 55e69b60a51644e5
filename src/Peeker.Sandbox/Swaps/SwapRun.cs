using Peeker.Sandbox.Domains;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Swaps;

/// <summary>What happens to a swap by itself: created, in progress half way, completed. Or it fails, or waits for the partner.</summary>
internal sealed class SwapRun(Ids ids, Timeline timeline, TimeSpan delay)
{
    private static readonly TimeSpan WarmPeriod = TimeSpan.FromDays(14);

    // Assumption: as with orders, a picture can be reached an hour later.
    private static readonly TimeSpan CauseRemoved = TimeSpan.FromHours(1);

    /// <summary>The caller holds the world's lock.</summary>
    public void Start(World world, SwapRecord swap, DateTimeOffset now)
    {
        world.Announce(WebhookEventType.SwapCreated, swap, now, swap.ToModel());
        // Reserved at once, so that no order takes it meanwhile.
        if (swap.ReplacementName is { } name) Reserve(world, swap, name, now);
        Then(world, now + (delay / 2), then =>
        {
            if (swap.HasUnreachablePicture || IsBlocked(swap)) Block(world, swap, then);
            else Work(world, swap, then);
        });
    }

    /// <summary>Goes on with the swaps that waited for a domain. The caller holds the world's lock.</summary>
    public void Arrived(World world, DomainRecord domain, DateTimeOffset now)
    {
        var swap = world.Swaps.All.FirstOrDefault(swap => swap.IsOpen && IsBlocked(swap) && swap.ReplacementName == domain.Name && swap.Domain.Order == swap.Order);
        if (swap is null) return;
        Reserve(world, swap, domain.Name, now);
        // One that has not come to wait yet is met by its own next step.
        if (swap.Status == SwapStatus.ActionRequired) Work(world, swap, now);
    }

    private static bool IsBlocked(SwapRecord swap) => swap.ReplacementName is not null && swap.Replacement is null;

    private void Reserve(World world, SwapRecord swap, string name, DateTimeOffset now)
    {
        // A swap that waited may have lost its own domain by a cancellation.
        if (swap.Domain.Order != swap.Order || swap.Order.SlotOf(swap.Domain) is not { } slot) return;
        var domain = world.DomainNamed(name);
        if (domain is null && (MagicName.Unavailable(name) is not null || world.Importing.ContainsKey(name))) return;
        swap.ReplacementIsBought = domain is null;
        domain ??= world.Domains.Put(new() { Id = ids.Of("dom_", swap.Id, name), Name = name, UsableFor = MagicName.UsableFor(name), CreatedAt = WholeSeconds.Of(now) });
        domain.Attach(swap.Order, slot.Provider, swap.Domain.ForwardingUrl);
        swap.Replacement = domain;
    }

    private void Block(World world, SwapRecord swap, DateTimeOffset now)
    {
        swap.Status = SwapStatus.ActionRequired;
        world.Announce(WebhookEventType.SwapActionRequired, swap, now, swap.ToModel());
        if (!swap.HasUnreachablePicture) return;
        Then(world, now + CauseRemoved, then =>
        {
            if (swap.IsOpen) Work(world, swap, then);
        });
    }

    private void Work(World world, SwapRecord swap, DateTimeOffset now)
    {
        swap.Status = SwapStatus.InProgress;
        world.Announce(WebhookEventType.SwapInProgress, swap, now, swap.ToModel());
        Then(world, now + (delay / 2), then => End(world, swap, then));
    }

    private void End(World world, SwapRecord swap, DateTimeOffset now)
    {
        // The domain may have left its order while the swap was at work.
        var slot = swap.Order.SlotOf(swap.Domain);
        if (slot is null || swap.Domain.Order != swap.Order || (swap.ReplacementName is { } name && MagicName.FailsSwap(name)))
        {
            swap.Status = SwapStatus.Failed;
            swap.Replacement?.Release();
            // Nothing was swapped, so no cooldown has begun.
            if (swap.Type == SwapType.Premium) swap.Domain.PremiumSwappedAt = null;
            world.Announce(WebhookEventType.SwapFailed, swap, now, swap.ToModel());
            return;
        }

        swap.Status = SwapStatus.Completed;
        if (swap.Replacement is { } replacement) Exchange(world, swap, slot, replacement, now);
        world.Announce(WebhookEventType.SwapCompleted, swap, now, swap.ToModel());
    }

    private void Exchange(World world, SwapRecord swap, OrderSlot slot, DomainRecord replacement, DateTimeOffset now)
    {
        swap.Order.Slots[swap.Order.Slots.IndexOf(slot)] = slot with { Domain = replacement, Registered = swap.ReplacementIsBought };
        replacement.IsConnected = true;
        replacement.CancelAt(swap.Domain.CancelsAt, swap.Domain.CancelScheduledAt);
        replacement.PremiumSwappedAt = swap.Domain.PremiumSwappedAt;
        if (swap.Type == SwapType.Premium) Then(world, now + WarmPeriod, _ => Cool(swap));
        else swap.Domain.Release();
    }

    private static void Cool(SwapRecord swap)
    {
        // It may have gone with its order before, and be on another one by now.
        if (swap.Domain.Order == swap.Order && swap.Order.SlotOf(swap.Domain) is null) swap.Domain.Release();
    }

    private void Then(World world, DateTimeOffset due, Action<DateTimeOffset> step) => timeline.At(due, now =>
    {
        lock (world.Gate) step(now);
    });
}
