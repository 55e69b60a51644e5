using System.Runtime.CompilerServices;

namespace Peeker.AspNetCore;

/// <summary>
/// For events that never came. An event is delivered up to five times in 24 hours, then no more, and the API has no list of events; so open resources are
/// asked for their state, and the handlers run for a state that no completed event told of. Such events are marked as reconciled.
/// </summary>
/// <remarks>
/// The guide is docs/webhooks.md. A resource is open as long as your own records say so: the inbox forgets after 72 hours, so a resource that
/// is asked about later, although it was handled, is handled again.
/// </remarks>
public sealed class PeekerReconciliation
{
    // As long as an inbox keeps the records that tell what was handled.
    private static readonly TimeSpan MostRecent = TimeSpan.FromHours(72);

    private readonly PeekerClient _peeker;
    private readonly IWebhookInbox _inbox;
    private readonly EventDesk _desk;
    private readonly SettingsInForce _settings;
    private readonly TimeProvider _time;
    private readonly WebhookLog _log;

    internal PeekerReconciliation(PeekerClient peeker, IWebhookInbox inbox, EventDesk desk, SettingsInForce settings, TimeProvider time, WebhookLog log) =>
        (_peeker, _inbox, _desk, _settings, _time, _log) = (peeker, inbox, desk, settings, time, log);

    /// <summary>Asks for orders that are open in your records.</summary>
    /// <param name="orderIds">Their ids, <c>ord_…</c>.</param>
    /// <param name="cancellationToken">Ends the call between two orders.</param>
    /// <exception cref="PeekerException">
    /// The API cannot be asked: it does not take the key, the request budget is used up, or no answer comes. An order that it does not know, and one that fails
    /// otherwise, is counted and passed over.
    /// </exception>
    public Task<ReconciliationOutcome> ReconcileOpenOrdersAsync(IAsyncEnumerable<string> orderIds, CancellationToken cancellationToken = default) => ReconcileAsync(
        "order",
        orderIds,
        async id =>
        {
            var order = await _peeker.Orders.GetAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false);
            return ReconciledState.Of(order.Id, "order", order.Status.Value, order, ReconciliationJson.Default.OrderDetail);
        },
        cancellationToken);

    /// <summary>Asks for the orders that were placed lately, for a host that keeps no list of its own.</summary>
    /// <param name="placedWithin">How long ago they were placed; 72 hours at the most, since the inbox remembers no longer.</param>
    /// <param name="cancellationToken">Ends the call between two orders.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or more than 72 hours.</exception>
    /// <exception cref="PeekerException">As above, and when the list of orders cannot be read.</exception>
    public Task<ReconciliationOutcome> ReconcileOpenOrdersAsync(TimeSpan placedWithin, CancellationToken cancellationToken = default)
    {
        if (placedWithin < TimeSpan.Zero || placedWithin > MostRecent)
            throw new ArgumentOutOfRangeException(nameof(placedWithin), "Orders placed within 72 hours can be asked for; the inbox remembers no longer. Give the ids of older ones.");
        return ReconcileOpenOrdersAsync(RecentAsync(_time.GetUtcNow() - placedWithin, cancellationToken), cancellationToken);
    }

    /// <summary>Asks for import jobs that are open in your records.</summary>
    /// <param name="importIds">Their ids, <c>imp_…</c>.</param>
    /// <param name="cancellationToken">Ends the call between two jobs.</param>
    /// <exception cref="PeekerException">As for orders.</exception>
    public Task<ReconciliationOutcome> ReconcileOpenImportsAsync(IAsyncEnumerable<string> importIds, CancellationToken cancellationToken = default) => ReconcileAsync(
        "domain_import",
        importIds,
        async id =>
        {
            var job = await _peeker.Domains.GetImportJobAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false);
            return ReconciledState.Of(job.Id, "domain_import", job.Status.Value, job, ReconciliationJson.Default.ImportJob);
        },
        cancellationToken);

    /// <summary>Asks for swaps that are open in your records.</summary>
    /// <param name="swapIds">Their ids, <c>swp_…</c>.</param>
    /// <param name="cancellationToken">Ends the call between two swaps.</param>
    /// <exception cref="PeekerException">As for orders.</exception>
    public Task<ReconciliationOutcome> ReconcileOpenSwapsAsync(IAsyncEnumerable<string> swapIds, CancellationToken cancellationToken = default) => ReconcileAsync(
        "swap",
        swapIds,
        async id =>
        {
            var swap = await _peeker.Swaps.GetAsync(id, cancellationToken: cancellationToken).ConfigureAwait(false);
            return ReconciledState.Of(swap.Id, "swap", swap.Status.Value, swap, ReconciliationJson.Default.Swap);
        },
        cancellationToken);

    private async Task<ReconciliationOutcome> ReconcileAsync(string kind, IAsyncEnumerable<string> ids, Func<string, Task<ReconciledState>> ask, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var outcome = new ReconciliationOutcome(0, 0, 0, 0);
        await foreach (var id in ids.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                // Before the answer: whatever happens after this moment is later than what the answer says.
                var asked = _time.GetUtcNow();
                outcome = await RaiseAsync(await ask(id).ConfigureAwait(false), asked, cancellationToken).ConfigureAwait(false) switch
                {
                    DeskAnswer.Done or DeskAnswer.Kept => outcome with { Raised = outcome.Raised + 1 },
                    DeskAnswer.Known => outcome with { Unchanged = outcome.Unchanged + 1 },
                    _ => outcome with { Failed = outcome.Failed + 1 },
                };
            }
            catch (PeekerNotFoundException)
            {
                outcome = outcome with { Missing = outcome.Missing + 1 };
            }
#pragma warning disable CA1031 // Whatever is wrong with one resource: the next may be right.
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested && !ConcernsAll(failure))
#pragma warning restore CA1031
            {
                _log.NotReconciled(failure, kind, id);
                outcome = outcome with { Failed = outcome.Failed + 1 };
            }
        }

        return outcome;
    }

    // What every further call would meet too.
    private static bool ConcernsAll(Exception failure) => failure is PeekerUnauthorizedException or PeekerForbiddenException or PeekerConfigurationException
        or PeekerBudgetException or PeekerRateLimitedException or PeekerConnectionException;

    private async Task<DeskAnswer> RaiseAsync(ReconciledState state, DateTimeOffset asked, CancellationToken cancellationToken)
    {
        if (!state.HasEvent) return DeskAnswer.Known;
        var newest = await _inbox.NewestPositionAsync(state.ResourceId, cancellationToken).ConfigureAwait(false);
        var raised = state.ToEvent(asked, newest);
        return EventRun.IsSameState(newest, raised.Position) ? DeskAnswer.Known : await _desk.TakeAsync(raised, _settings.Latest).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<string> RecentAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The list has the newest first.
        await foreach (var order in _peeker.Orders.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (order.CreatedAt < since) yield break;
            yield return order.Id;
        }
    }
}
