namespace Peeker;

/// <summary>Tells an order that a call placed from one that it was given back.</summary>
public static class OrderReplay
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether the answer is an earlier order, by its <c>created_at</c> and the <c>Date</c> of the answer, which are both the
    /// API's and both in whole seconds.
    /// </summary>
    /// <param name="response">The answer to a submission.</param>
    /// <param name="longestAttempt">The longest that one attempt can take; the default of <see cref="PeekerClientOptions.AttemptTimeout"/>, 60 seconds, if not given.</param>
    /// <returns>
    /// True: the order is older than any attempt, so an earlier call placed it. False: it is at most two seconds old, so this call
    /// placed it, or one that ended just before. Null: it is between the two, or the answer has no <c>Date</c>, or one before
    /// the order.
    /// </returns>
    /// <remarks>Assumption: <c>created_at</c> of an order that is given back is the first one's. Described in docs/orders.md.</remarks>
    public static bool? IsReplay(this PeekerResponse<OrderReceipt> response, TimeSpan? longestAttempt = null)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.Headers.Date is not { } date) return null;
        var age = date - response.Resource.CreatedAt;
        if (age > (longestAttempt ?? TimeSpan.FromSeconds(60)) + Moment) return true;
        return age >= -Moment && age <= Moment ? false : null;
    }
}
