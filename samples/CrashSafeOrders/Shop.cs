using Peeker;

namespace CrashSafeOrders;

/// <summary>Places the orders of the book, each once, whatever happened to the process before.</summary>
internal sealed class Shop(OrderBook book, PeekerClient peeker, Phases phases, TimeProvider time)
{
    private const int MostPassesWithoutProgress = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly OrderSecrets Secrets = new() { LoginPassword = BusinessOrder.LoginPassword };

    /// <param name="start">The number of the first order.</param>
    /// <param name="count">How many orders.</param>
    /// <param name="atOnce">How many of them are worked on at the same time.</param>
    /// <param name="cancellationToken">Ends it. What is open is resumed by the next run.</param>
    /// <returns>Whether every order is placed.</returns>
    public async Task<bool> RunAsync(int start, int count, int atOnce, CancellationToken cancellationToken)
    {
        var atMost = new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken };
        for (var number = start; number < start + count; number++) book.Plan(number);
        var unfinished = book.Unfinished(start, count);
        for (var idle = 0; unfinished.Count > 0 && idle < MostPassesWithoutProgress; idle++)
        {
            await Parallel.ForEachAsync(unfinished, atMost, async (row, token) => await TryAsync(row, token));
            var left = book.Unfinished(start, count);
            if (left.Count < unfinished.Count) idle = 0;
            unfinished = left;
            if (unfinished.Count > 0) await Task.Delay(Pause, time, cancellationToken);
        }

        return unfinished.Count == 0 && book.Count("refused") == 0 && book.Count("unclear") == 0;
    }

    private async Task TryAsync(OrderRow row, CancellationToken cancellationToken)
    {
        try
        {
            await AdvanceAsync(row, cancellationToken);
        }
        catch (PeekerException refused) when (refused is PeekerInvalidRequestException or PeekerDomainCountMismatchException or PeekerOrderShapeConflictException or PeekerNotFoundException)
        {
            book.Close(row.Number, "refused", refused.Message);
            phases.Reach("refused", row.Number, refused.Message);
        }
        catch (PeekerStoredOrderException unreadable)
        {
            book.Close(row.Number, "unclear", unreadable.Message);
            phases.Reach("unclear", row.Number, unreadable.Message);
        }
        catch (PeekerException passing) when (passing is not (PeekerUnauthorizedException or PeekerForbiddenException or PeekerConfigurationException))
        {
            // The order may have been placed or not. The stored bytes are sent again in the next pass, or by the next process.
            phases.Reach("later", row.Number, passing.GetType().Name);
        }
    }

    private async Task AdvanceAsync(OrderRow row, CancellationToken cancellationToken)
    {
        if ((row.Submission ?? await PrepareAsync(row.Number, cancellationToken)) is not { } stored) return;
        try
        {
            var submission = OrderSubmission.FromBytes(stored, Secrets);
            phases.Reach("sending", row.Number);
            var order = await peeker.Orders.SubmitAsync(submission, cancellationToken);
            phases.Reach("answered", row.Number);
            Record(row.Number, order);
        }
        catch (PeekerException late) when (late is PeekerSubmissionUnsafeException or PeekerOrderChangedException)
        {
            phases.Reach("reconciling", row.Number);
            Settle(row.Number, await peeker.Orders.ReconcileAsync(OrderSearch.FromBytes(stored), cancellationToken));
        }
    }

    /// <summary>
    /// The only place where an order gets bytes, and it gets them once. A second preparation would not give the same: the name that was
    /// free the first time belongs to the first order now, so the next one is taken, and that is a second order and a second charge.
    /// </summary>
    private async Task<byte[]?> PrepareAsync(int number, CancellationToken cancellationToken)
    {
        phases.Reach("preparing", number);
        var names = await peeker.Domains.CheckAvailabilityAsync(new() { Domains = BusinessOrder.NamesFor(number) }, cancellationToken);
        if (names.Domains.FirstOrDefault(name => name.Available) is not { } free)
        {
            phases.Reach("later", number, "none of its names is free");
            return null;
        }

        var stored = OrderSubmission.Prepare(BusinessOrder.Of(number, free.Domain), time).ToBytes();
        if (!book.Prepare(number, stored)) return null;
        phases.Reach("prepared", number);
        return stored;
    }

    private void Settle(int number, OrderReconciliation result)
    {
        switch (result)
        {
            case OrderReconciliation.Found { Order: var order }:
                Record(number, order);
                break;
            case OrderReconciliation.NotFound { MayStillAppear: false }:
                book.PlanAnew(number);
                phases.Reach("planned", number, "again: it was never placed");
                break;
            case OrderReconciliation.NotFound:
                phases.Reach("later", number, "it may still appear");
                break;
            case OrderReconciliation.Ambiguous { Candidates: var orders }:
                book.Close(number, "unclear", string.Join(' ', orders.Select(order => order.Id)));
                phases.Reach("unclear", number, "look at these: " + string.Join(' ', orders.Select(order => order.Id)));
                break;
        }
    }

    private void Record(int number, OrderReceipt order)
    {
        book.Place(number, order.Id, order.Costs.TotalCents);
        phases.Reach("recorded", number);
    }
}
