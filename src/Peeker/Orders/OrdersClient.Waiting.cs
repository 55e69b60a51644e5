namespace Peeker;

public sealed partial class OrdersClient
{
    private const string ActionRequired = "Read the actions with Orders.ListPendingActionsAsync, see to them, and wait again.";

    /// <summary>Reads an order until it is complete: every domain and inbox is live.</summary>
    /// <remarks>
    /// Asks at once and then every 60 seconds with up to a tenth added at random; the interval is an assumption. A failed order, one that needs an action, and
    /// one that is cancelled or will be, end the wait. An order whose cancellation is scheduled counts as cancelled even if it was complete before: its status no
    /// longer says. An unknown status and passing failures of the API do not end it. Documented at docs.peeker.ai/api-reference/orders/retrieving-an-order.
    /// </remarks>
    /// <param name="id">The order.</param>
    /// <param name="options">Deadline, interval, progress.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PeekerNotCompletedException{T}">The order is not complete; reason and order are in the exception.</exception>
    /// <exception cref="PeekerApiException">The API refused to show the order.</exception>
    /// <exception cref="ArgumentException">The id is not an order's, or the options are not possible.</exception>
    public Task<OrderDetail> WaitForCompletionAsync(string id, WaitOptions<OrderDetail>? options = null, CancellationToken cancellationToken = default) =>
        GetPolling.Until(GetAsync, order => order.Status.Value, ActionRequired, _transport).ForAsync(id, options, cancellationToken);
}
