namespace Peeker.Cli.Orders;

/// <summary>Places an order once, however often the command is run.</summary>
internal sealed class Placing(Surroundings surroundings, PeekerClient peeker, SubmissionStore store, OrderFile file)
{
    /// <returns>The id of the order.</returns>
    /// <exception cref="UsageException">The order in the file is another than the one that was submitted.</exception>
    /// <exception cref="UnsettledException">It is not known whether the order was placed, or it is known that it never was.</exception>
    public async Task<string> PlaceAsync(CancellationToken cancellationToken)
    {
        var stored = store.Submission();
        var placed = store.Receipt();
        if (placed is not null && stored is null) return placed;
        var submission = stored is null ? null : Reopen(stored);
        if (placed is not null)
        {
            surroundings.Note($"It was placed before; {store.ReceiptFile} says so.");
            return placed;
        }

        var order = await SendAsync(submission ?? await PrepareAsync(cancellationToken), isNew: submission is null, cancellationToken);
        store.Record(order);
        return order;
    }

    private OrderSubmission Reopen(byte[] stored)
    {
        try
        {
            var submission = OrderSubmission.FromBytes(stored, file.LoginPassword is { } password ? new OrderSecrets { LoginPassword = password } : new OrderSecrets());
            return OrderSubmission.Compare(submission, OrderSubmission.Prepare(file.Order, surroundings.Time)) != OrderComparison.Different
                ? submission
                : throw new UsageException($"The order was changed since it was submitted, and the first may have been placed; put it back, or give the new order a file of its own. {store.SubmissionFile} has the first.");
        }
        catch (Exception unfit) when (unfit is PeekerStoredOrderException or PeekerOrderChangedException or ArgumentException)
        {
            throw new UsageException($"{store.SubmissionFile}: {unfit.Message.Split(" (Parameter")[0]}");
        }
    }

    private async Task<OrderSubmission> PrepareAsync(CancellationToken cancellationToken)
    {
        var bundle = file.Order is BundleOrder order ? await peeker.Bundles.GetAsync(order.BundleId, cancellationToken) : null;
        var submission = OrderSubmission.Prepare(file.Order, new OrderContext { Bundle = bundle }, surroundings.Time);
        store.Save(submission);
        return submission;
    }

    private async Task<string> SendAsync(OrderSubmission submission, bool isNew, CancellationToken cancellationToken)
    {
        try
        {
            return (await peeker.Orders.SubmitAsync(submission, cancellationToken)).Id;
        }
        catch (PeekerSubmissionUnsafeException)
        {
            surroundings.Note("It is too late to send it again; looking for the order instead.");
            return Settle(await peeker.Orders.ReconcileAsync(submission, cancellationToken));
        }
        catch (PeekerApiException refused) when (refused is not PeekerServerException)
        {
            // Only the first answer to the first attempt proves that nothing was placed.
            if (isNew && refused.Attempts == 1) store.Forget();
            else surroundings.Note($"{store.SubmissionFile} stays; remove it only when you know that no earlier run placed the order.");
            throw;
        }
        catch (PeekerException passing) when (passing is not PeekerConfigurationException)
        {
            throw new UnsettledException(ExitCode.Unknown, $"{passing.Message} The same command again sends the same order, and is never charged twice.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            surroundings.Note("The order may have been placed; the same command goes on, and is never charged twice.");
            throw;
        }
    }

    private string Settle(OrderReconciliation result) => result switch
    {
        OrderReconciliation.Found { Order: var order } => order.Id,
        OrderReconciliation.NotFound { MayStillAppear: false } => throw new UnsettledException(ExitCode.Finding, $"The order was never placed. To place it now, remove {store.SubmissionFile} and run the command again."),
        OrderReconciliation.Ambiguous { Candidates: var orders } => throw new UnsettledException(ExitCode.Unknown, $"One of these may be the order: {string.Join(", ", orders.Select(order => order.Id))}. Compare them, and write the id of the right one to {store.ReceiptFile}."),
        _ => throw new UnsettledException(ExitCode.Unknown, "No such order is there, and one may still appear; run the command again in ten minutes."),
    };
}
