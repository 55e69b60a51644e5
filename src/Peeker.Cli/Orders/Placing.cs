namespace Peeker.Cli.Orders;

/// <summary>Places an order once, however often the command is run.</summary>
internal sealed class Placing(Surroundings surroundings, PeekerClient peeker, SubmissionStore store, OrderFile file, bool showsWords)
{
    /// <returns>The id of the order.</returns>
    /// <exception cref="UsageException">The order in the file is another than the one that was submitted.</exception>
    /// <exception cref="UnsettledException">It is not known whether the order was placed, or it is known that it never was, or there is no receipt of it.</exception>
    public async Task<string> PlaceAsync(CancellationToken cancellationToken)
    {
        var stored = store.Submission();
        var submission = stored is null ? null : Reopen(stored);
        if (store.Receipt() is { } placed)
        {
            surroundings.Note($"It was placed before; {store.ReceiptFile} says so.");
            return placed;
        }

        var order = stored is null ? await SendAsync(await PrepareAsync(cancellationToken), isNew: true, cancellationToken)
            : submission is null ? await FindAsync(stored, cancellationToken)
            : await SendAsync(submission, isNew: false, cancellationToken);
        Record(order);
        return order;
    }

    /// <summary>Null without the password that the order was prepared with: it cannot be sent again then, and not compared.</summary>
    private OrderSubmission? Reopen(byte[] stored)
    {
        if (file.LoginPassword is not { } password) return null;
        try
        {
            var submission = OrderSubmission.FromBytes(stored, new OrderSecrets { LoginPassword = password });
            return OrderSubmission.Compare(submission, OrderSubmission.Prepare(file.Order, surroundings.Time)) != OrderComparison.Different
                ? submission
                : throw new UsageException($"The order was changed since it was submitted, and the first may have been placed; put it back, or give the new order a file of its own. {store.SubmissionFile} has the first.");
        }
        catch (PeekerOrderChangedException)
        {
            return null;
        }
        catch (PeekerStoredOrderException unfit)
        {
            throw Unreadable(unfit);
        }
        catch (ArgumentException unfit)
        {
            throw new UsageException($"{store.SubmissionFile}: {unfit.Message.Split(" (Parameter")[0]}");
        }
    }

    private async Task<OrderSubmission> PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Something is read first, so that an API that cannot be reached, or a key that it refuses, is known before an order depends on it.
            var bundle = file.Order is BundleOrder order ? await peeker.Bundles.GetAsync(order.BundleId, cancellationToken) : null;
            if (bundle is null) await peeker.Me.GetAsync(cancellationToken);
            var submission = OrderSubmission.Prepare(file.Order, new OrderContext { Bundle = bundle }, surroundings.Time);
            store.Save(submission);
            return submission;
        }
        catch (ArgumentException unfit)
        {
            throw new UsageException($"The order does not fit: {unfit.Message.Split(" (Parameter")[0]}");
        }
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
            return Settle(await peeker.Orders.ReconcileAsync(submission, cancellationToken), "run the command again in ten minutes.");
        }
        catch (PeekerApiException refused) when (refused is not PeekerServerException)
        {
            // Only the first answer to the first attempt proves that nothing was placed.
            if (isNew && refused.Attempts == 1) store.Forget();
            else surroundings.Note($"{store.SubmissionFile} stays; remove it only when you know that no earlier run placed the order.");
            if (showsWords && refused.ApiMessage is { Length: > 0 } words) surroundings.Note($"The API says: {words}");
            throw;
        }
        catch (PeekerException passing) when (passing is not PeekerConfigurationException)
        {
            var unsent = passing is PeekerBudgetException or PeekerConnectionException { MayHaveTakenEffect: false };

            // After several attempts the last says nothing of those before.
            if (unsent && isNew && passing.Attempts <= 1) throw new UnsettledException(ExitCode.Failed, $"{passing.Message} The same command again sends the order.");
            throw new UnsettledException(ExitCode.Unknown, $"{passing.Message}{(unsent ? " An earlier attempt may have placed it." : "")} The same command again sends the same order, and is never charged twice.");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            surroundings.Note("The order may have been placed; the same command goes on, and is never charged twice.");
            throw;
        }
    }

    private async Task<string> FindAsync(byte[] stored, CancellationToken cancellationToken)
    {
        surroundings.Note($"The password is {(file.LoginPassword is null ? "not set" : "another than the order was prepared with")}, so it cannot be sent again; looking for the order instead.");
        OrderSearch search;
        try
        {
            search = OrderSearch.FromBytes(stored);
        }
        catch (PeekerStoredOrderException unfit)
        {
            throw Unreadable(unfit);
        }

        return Settle(await peeker.Orders.ReconcileAsync(search, cancellationToken), "set the password of that time and run the command again, which sends the same order; or run it again a day after the first.");
    }

    private void Record(string order)
    {
        try
        {
            store.Record(order);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new UnsettledException(ExitCode.Unwritten, $"{order} is placed, and {store.ReceiptFile} cannot be written: {unusable.Message} Keep {store.SubmissionFile}; with it the same command finds the order.");
        }
    }

    private UsageException Unreadable(PeekerStoredOrderException unfit) =>
        new($"{store.SubmissionFile} cannot be read ({unfit.Problem}); put it back as it was. The order may have been placed: look for it at Peeker before you remove the file.");

    private string Settle(OrderReconciliation result, string later) => result switch
    {
        OrderReconciliation.Found { Order: var order } => order.Id,
        OrderReconciliation.NotFound { MayStillAppear: false } => throw new UnsettledException(ExitCode.Finding, $"The order was never placed. To place it now, remove {store.SubmissionFile} and run the command again."),
        OrderReconciliation.Ambiguous { Candidates: var orders } => throw new UnsettledException(ExitCode.Unknown, $"One of these may be the order: {string.Join(", ", orders.Select(order => order.Id))}. Compare them, and write the id of the right one to {store.ReceiptFile}."),
        _ => throw new UnsettledException(ExitCode.Unknown, $"No such order is there, and one may still appear; {later}"),
    };
}
