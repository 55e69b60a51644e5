using Microsoft.EntityFrameworkCore;
using Peeker;

namespace Fulfilment;

/// <summary>Takes a purchase one step further. Whatever kills the process, the next one goes on from the step that was committed last.</summary>
internal sealed class PurchaseFulfilment(IDbContextFactory<ShopDatabase> databases, PeekerClient peeker, SequencerLogin login, TextWriter screen)
{
    /// <returns>Whether it stands at another step now.</returns>
    public Task<bool> StepAsync(Purchase purchase, CancellationToken cancellationToken) => purchase.State switch
    {
        PurchaseState.Paid => PrepareAsync(purchase, cancellationToken),
        PurchaseState.Prepared => PlaceAsync(purchase, cancellationToken),
        PurchaseState.Placed => FulfilAsync(purchase, cancellationToken),
        _ => Task.FromResult(false),
    };

    /// <summary>The only place where an order gets bytes. They are stored before they are sent, so that a repeat is the same order and not a second one.</summary>
    private async Task<bool> PrepareAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var bundle = await peeker.Bundles.GetAsync(purchase.BundleId, cancellationToken);
        var candidates = DomainCandidates.From(purchase.Brand).Take(2 * bundle.RequiredDomains.Total).Select(name => name.Value);
        var rows = new List<AvailabilityRow>();
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(candidates, cancellationToken: cancellationToken))
            if (outcome.Row is { } row) rows.Add(row);

        var pick = bundle.SelectDomains(rows);
        if (!pick.IsComplete) return await UnclearAsync(purchase, $"{pick.MissingGoogle} Google and {pick.MissingMicrosoft} Microsoft domains are missing", cancellationToken);
        var order = new BundleOrder
        {
            User = purchase.Customer,
            BundleId = bundle.Id,
            Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = login.Email, LoginPassword = login.Password },
            Domains = [.. pick.ToOrderDomains()],
            Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
        };
        var submission = OrderSubmission.Prepare(order, new OrderContext { Bundle = bundle, Rows = rows, OwnDomains = [] });
        return await MoveAsync(purchase, PurchaseState.Prepared, row => row.Submission = submission.ToBytes(), cancellationToken);
    }

    private async Task<bool> PlaceAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        try
        {
            var submission = OrderSubmission.FromBytes(purchase.Submission!, new OrderSecrets { LoginPassword = login.Password });
            var receipt = await peeker.Orders.SubmitAsync(submission, cancellationToken);
            await screen.WriteLineAsync($"answered {purchase.Number}");
            return await MoveAsync(purchase, PurchaseState.Placed, row => row.OrderId = receipt.Id, cancellationToken);
        }
        catch (PeekerException late) when (late is PeekerSubmissionUnsafeException or PeekerOrderChangedException)
        {
            // A repeat is not safe any more, or the password is another: look for the order instead of placing one.
            return await peeker.Orders.ReconcileAsync(OrderSearch.FromBytes(purchase.Submission!), cancellationToken) is OrderReconciliation.Found { Order: var found }
                ? await MoveAsync(purchase, PurchaseState.Placed, row => row.OrderId = found.Id, cancellationToken)
                : await UnclearAsync(purchase, late.Message, cancellationToken);
        }
    }

    private async Task<bool> FulfilAsync(Purchase purchase, CancellationToken cancellationToken)
    {
        var order = await peeker.Orders.GetAsync(purchase.OrderId!, cancellationToken);
        if (order.Status == OrderStatus.InProgress) return false;
        if (order.Status != OrderStatus.Completed) return await UnclearAsync(purchase, $"the order is {order.Status}", cancellationToken);

        // State and mail in one transaction: no customer gets two mails, and none gets none.
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var mail = new OutgoingMail { PurchaseNumber = purchase.Number, Text = $"Your {order.DomainCount} domains are ready." };
        return await MoveAsync(database, purchase, PurchaseState.Fulfilled, _ => database.Outbox.Add(mail), cancellationToken);
    }

    private Task<bool> UnclearAsync(Purchase purchase, string note, CancellationToken cancellationToken) =>
        MoveAsync(purchase, PurchaseState.Unclear, row => row.Note = note, cancellationToken);

    private async Task<bool> MoveAsync(Purchase purchase, PurchaseState to, Action<Purchase> change, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await MoveAsync(database, purchase, to, change, cancellationToken);
    }

    private async Task<bool> MoveAsync(ShopDatabase database, Purchase purchase, PurchaseState to, Action<Purchase> change, CancellationToken cancellationToken)
    {
        var moved = await database.MoveAsync(purchase.Number, purchase.State, row =>
        {
            change(row);
            row.State = to;
        }, cancellationToken);
        if (moved) await screen.WriteLineAsync($"{to} {purchase.Number}");
        return moved;
    }
}
