using Peeker.Http;

namespace Peeker;

public sealed partial class OrdersClient
{
    /// <summary>Places a prepared order. May be repeated until <see cref="OrderSubmission.SafeUntil"/>, after a crash and from another process too: the same bytes give the same order.</summary>
    /// <remarks>Store <see cref="OrderSubmission.ToBytes()"/> before the first call. Described in docs/orders.md; <c>POST /orders</c>, documented at docs.peeker.ai/api-reference/orders/creating-an-order.</remarks>
    /// <param name="submission">The order.</param>
    /// <param name="cancellationToken">Ends the call. The order may have been placed all the same; submit it again.</param>
    /// <exception cref="PeekerSubmissionUnsafeException">The safe time is over, or cannot be told. Nothing was sent.</exception>
    /// <exception cref="PeekerApiException">The API answered with an error.</exception>
    /// <exception cref="PeekerResponseException">The API answered with something that is not documented.</exception>
    /// <exception cref="PeekerConnectionException">No answer came.</exception>
    public Task<OrderReceipt> SubmitAsync(OrderSubmission submission, CancellationToken cancellationToken = default) =>
        WithResponse.SubmitAsync(submission, cancellationToken).Resource();

    /// <summary>Finds out whether a prepared order was placed, when it is too late to send it again. Reads only.</summary>
    /// <param name="submission">The order.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <inheritdoc cref="ReconcileAsync(OrderSearch, CancellationToken)" path="/*[not(self::summary or self::param)]"/>
    public Task<OrderReconciliation> ReconcileAsync(OrderSubmission submission, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return ReconcileAsync(OrderSearch.Of(submission), cancellationToken);
    }

    /// <summary>The same for an order whose secrets are gone.</summary>
    /// <remarks>One request for each hundred orders of the customer since a day before the order was prepared, and one for each of these orders. What the result proves is described in docs/orders.md.</remarks>
    /// <param name="search">What to look for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="PeekerApiException">The API answered with an error. Nothing is known then.</exception>
    /// <exception cref="PeekerResponseException">The API answered with something that is not documented.</exception>
    /// <exception cref="PeekerConnectionException">No answer came.</exception>
    public async Task<OrderReconciliation> ReconcileAsync(OrderSearch search, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(search);

        // Before the list is read: an order placed while it is read must not count as settled.
        var now = _transport.Time.GetUtcNow();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var candidates = new OrderCandidates(search);
        foreach (var query in search.Queries())
        {
            await foreach (var row in ListAsync(query, cancellationToken).ConfigureAwait(false))
            {
                if (row.CreatedAt < search.PreparedAt - OrderSearch.LookBack) break;
                if (row.BundleId == search.BundleId && seen.Add(row.Id))
                    candidates.Add(row, await GetAsync(row.Id, cancellationToken).ConfigureAwait(false));
            }
        }

        return candidates.Decide(now);
    }

    public sealed partial class Responses
    {
        /// <inheritdoc cref="OrdersClient.SubmitAsync"/>
        public Task<PeekerResponse<OrderReceipt>> SubmitAsync(OrderSubmission submission, CancellationToken cancellationToken = default)
        {
            ArgumentNullException.ThrowIfNull(submission);
            submission.RefuseUnlessSafe(_transport.Time.GetUtcNow(), CreateOperation.Id);
            return _transport.SendAsync<OrderReceipt>(CreateOperation, "orders", submission.Body, notAfter: submission.SafeUntil, cancellationToken);
        }
    }
}
