namespace CheckoutTests;

/// <summary>Sells a plan of Google inboxes, two to a domain, to a customer who has picked the names.</summary>
internal sealed class Checkout(PeekerClient peeker, int inboxes)
{
    public async Task<CheckoutResult> BuyAsync(string email, IReadOnlyList<string> names, CancellationToken cancellationToken = default)
    {
        try
        {
            var availability = await peeker.Domains.CheckAvailabilityAsync(new() { Domains = names }, cancellationToken);
            string[] gone = [.. availability.Domains.Where(row => !row.Available).Select(row => row.Domain)];
            if (gone.Length > 0) return new NamesGone(gone);
        }
        catch (PeekerRateLimitedException limited)
        {
            return new TryLater(limited.RetryAfter);
        }
        catch (PeekerException failure) when (failure is PeekerConnectionException or PeekerServerException or PeekerResponseException or PeekerBudgetException)
        {
            // Nothing was ordered yet, so there is nothing to find out.
            return new TryLater(null);
        }

        return await OrderAsync(OrderFor(email, names), cancellationToken);
    }

    /// <summary>
    /// Sends an order whose fate is unknown once more. The same body within 24 hours is the same order. Availability is not asked
    /// again: if the order was placed, its names are taken, by us.
    /// </summary>
    public async Task<CheckoutResult> SendAgainAsync(Unknown earlier, CancellationToken cancellationToken = default)
    {
        var result = await OrderAsync(earlier.Order, cancellationToken);
        return result is TryLater ? earlier : result;
    }

    private async Task<CheckoutResult> OrderAsync(CustomOrder order, CancellationToken cancellationToken)
    {
        try
        {
            var receipt = await peeker.Orders.CreateAsync(order, cancellationToken);
            return new Ordered(receipt.Id, receipt.Costs.TotalCents);
        }
        catch (PeekerDomainCountMismatchException mismatch)
        {
            return new WrongNumberOfNames(mismatch.RequiredCount);
        }
        catch (PeekerInvalidRequestException refused)
        {
            return new Refused(refused.Field);
        }
        catch (PeekerRateLimitedException limited)
        {
            return new TryLater(limited.RetryAfter);
        }
        catch (PeekerException unsent) when (unsent is PeekerConnectionException or PeekerBudgetException)
        {
            return new TryLater(unsent.WaitNotBegun);
        }
        catch (PeekerException failure) when (failure is PeekerOutcomeUnknownException or PeekerResponseException)
        {
            return new Unknown(order);
        }
    }

    private CustomOrder OrderFor(string email, IReadOnlyList<string> names) => new()
    {
        User = email,
        GoogleLicenses = inboxes,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@shop.example", LoginPassword = "a-dedicated-login" },
        ForwardingUrl = "https://shop.example",
        Domains = [.. names],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };
}
