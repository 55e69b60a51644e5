namespace Peeker;

public sealed partial class SwapsClient
{
    private const string ActionRequired = "Import the replacement domain, or make the picture reachable; the swap then goes on by itself. Wait again.";

    /// <summary>Reads a swap until it is complete.</summary>
    /// <remarks>
    /// Asks at once and then every 60 seconds with up to a tenth added at random; the interval is an assumption. A failed swap, and one that needs an action, end
    /// the wait; an unknown status and passing failures of the API do not. Documented at docs.peeker.ai/api-reference/domain-swaps/retrieving-a-domain-swap.
    /// </remarks>
    /// <param name="id">The swap.</param>
    /// <param name="options">Deadline, interval, progress.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PeekerNotCompletedException{T}">The swap is not complete; reason and swap are in the exception.</exception>
    /// <exception cref="PeekerApiException">The API refused to show the swap.</exception>
    /// <exception cref="ArgumentException">The id is not a swap's, or the options are not possible.</exception>
    public Task<Swap> WaitForCompletionAsync(string id, WaitOptions<Swap>? options = null, CancellationToken cancellationToken = default) =>
        GetPolling.Until(GetAsync, swap => swap.Status.Value, ActionRequired, _transport).ForAsync(id, options, cancellationToken);
}
