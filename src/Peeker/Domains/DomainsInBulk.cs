namespace Peeker;

/// <summary>
/// The operations of <see cref="DomainsClient"/> for any number of domains. Names are sent as many to a request as the API takes, several requests side by side, and
/// results come as they are there; the memory that takes does not depend on how many there are. The guide is docs/domains.md.
/// </summary>
/// <remarks>
/// The input is read by one at a time, ahead of the reader of the results by twice <see cref="BulkOptions.Concurrency"/> requests at the most, and not on the reader's
/// thread. A request that fails after the client has tried what it may becomes the outcome of its own names. Three failures would hit every other request too, and end
/// all: <see cref="PeekerUnauthorizedException"/>, <see cref="PeekerForbiddenException"/> and <see cref="PeekerConfigurationException"/>. They are thrown, like what
/// the input itself throws, after the requests under way have ended and their results were given out (in the order of the input: those before the failure). To cancel, or
/// to leave the loop, cancels what is under way and waits for it.
/// </remarks>
public static class DomainsInBulk
{
    // Live imports share a capacity that is not documented, and a second one side by side may be refused.
    private const int OneAtATime = 1;
    private const int Usual = 8;

    /// <summary>Checks whether domains can be bought, 50 to a request.</summary>
    /// <remarks>
    /// Gives an outcome for every name. A name that occurs twice in one request, without regard to upper and lower case and a dot at the end, is asked once. With
    /// <see cref="BulkOptions.DistinctAcrossInput"/> a name that came before has no second outcome. Nothing is reserved or bought.
    /// Documented at docs.peeker.ai/api-reference/domains/checking-domain-availability.
    /// </remarks>
    /// <param name="client">The operations on domains.</param>
    /// <param name="domains">Root domain names, any number.</param>
    /// <param name="options">Concurrency, order, duplicates, progress.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="PeekerUnauthorizedException">The key is missing, malformed or revoked.</exception>
    /// <exception cref="PeekerForbiddenException">The key may not do this.</exception>
    /// <exception cref="PeekerConfigurationException">The client cannot be used as it is set up.</exception>
    /// <exception cref="ArgumentException">A name is null, or the options are not possible.</exception>
    public static IAsyncEnumerable<AvailabilityOutcome> CheckAvailabilityAsync(
        this DomainsClient client, IAsyncEnumerable<string> domains, BulkOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(client, domains, AvailabilityRequest.MaxDomains, Usual, options, client.CheckChunkAsync, cancellationToken);

    /// <inheritdoc cref="CheckAvailabilityAsync(DomainsClient, IAsyncEnumerable{string}, BulkOptions, CancellationToken)"/>
    public static IAsyncEnumerable<AvailabilityOutcome> CheckAvailabilityAsync(
        this DomainsClient client, IEnumerable<string> domains, BulkOptions? options = null, CancellationToken cancellationToken = default) =>
        CheckAvailabilityAsync(client, AtHand(domains), options, cancellationToken);

    /// <summary>Imports domains the customer owns while the call waits, 25 to a request, and one request after the other unless <see cref="BulkOptions.Concurrency"/> says more.</summary>
    /// <remarks>
    /// Gives an outcome for every request. It is not documented that a repeat is harmless, so none is made when it is not known whether a request was carried out:
    /// its outcome says <see cref="BulkOutcome{T}.MayHaveTakenEffect"/>, and <see cref="DomainsClient.FindImportAsync"/> finds out. The same holds for requests under
    /// way when the run is cancelled. For more than a few domains use
    /// <see cref="StartImportJobsAsync(DomainsClient, IAsyncEnumerable{string}, BulkOptions, CancellationToken)"/>. Documented at
    /// docs.peeker.ai/api-reference/domains/importing-a-domain-to-cloudflare.
    /// </remarks>
    /// <inheritdoc cref="CheckAvailabilityAsync(DomainsClient, IAsyncEnumerable{string}, BulkOptions, CancellationToken)" path="/*[not(self::summary or self::remarks)]"/>
    public static IAsyncEnumerable<BulkOutcome<ImportJob>> ImportAsync(
        this DomainsClient client, IAsyncEnumerable<string> domains, BulkOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(client, domains, ImportRequest.MaxDomains, OneAtATime, options, client.ImportChunkAsync, cancellationToken);

    /// <inheritdoc cref="ImportAsync(DomainsClient, IAsyncEnumerable{string}, BulkOptions, CancellationToken)"/>
    public static IAsyncEnumerable<BulkOutcome<ImportJob>> ImportAsync(
        this DomainsClient client, IEnumerable<string> domains, BulkOptions? options = null, CancellationToken cancellationToken = default) =>
        ImportAsync(client, AtHand(domains), options, cancellationToken);

    /// <summary>Starts import jobs for domains the customer owns, 500 to a job.</summary>
    /// <remarks>
    /// Gives an outcome for every job. The same set of names returns the existing job, so the same input may be sent again: it is cut in the same way. To wait for a job:
    /// <see cref="DomainsClient.WaitForImportJobAsync"/>. Documented at docs.peeker.ai/api-reference/domains/importing-a-domain-to-cloudflare.
    /// </remarks>
    /// <inheritdoc cref="CheckAvailabilityAsync(DomainsClient, IAsyncEnumerable{string}, BulkOptions, CancellationToken)" path="/*[not(self::summary or self::remarks)]"/>
    public static IAsyncEnumerable<BulkOutcome<ImportJob>> StartImportJobsAsync(
        this DomainsClient client, IAsyncEnumerable<string> domains, BulkOptions? options = null, CancellationToken cancellationToken = default) =>
        Run(client, domains, ImportJobRequest.MaxDomains, Usual, options, client.StartChunkAsync, cancellationToken);

    /// <inheritdoc cref="StartImportJobsAsync(DomainsClient, IAsyncEnumerable{string}, BulkOptions, CancellationToken)"/>
    public static IAsyncEnumerable<BulkOutcome<ImportJob>> StartImportJobsAsync(
        this DomainsClient client, IEnumerable<string> domains, BulkOptions? options = null, CancellationToken cancellationToken = default) =>
        StartImportJobsAsync(client, AtHand(domains), options, cancellationToken);

    /// <summary>Sends the visitors of domains to an address, 25 domains to a job.</summary>
    /// <remarks>
    /// Gives an outcome for every job. Domains that go to the address already count as done, so the call may be repeated. To wait for a job:
    /// <see cref="DomainsClient.WaitForForwardingAsync"/>. Documented at docs.peeker.ai/api-reference/domains/setting-domain-forwarding.
    /// </remarks>
    /// <param name="client">The operations on domains.</param>
    /// <param name="domains">Ids or names of domains, freely mixed, any number.</param>
    /// <param name="forwardingUrl">Where visitors are sent; an http or https address.</param>
    /// <param name="options">Concurrency, order, duplicates, progress.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <inheritdoc cref="CheckAvailabilityAsync(DomainsClient, IAsyncEnumerable{string}, BulkOptions, CancellationToken)" path="/exception"/>
    public static IAsyncEnumerable<BulkOutcome<ForwardingJob>> SetForwardingAsync(
        this DomainsClient client, IAsyncEnumerable<string> domains, string forwardingUrl, BulkOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(forwardingUrl);
        return Run(client, domains, ForwardingRequest.MaxDomains, Usual, options, (chunk, token) => client.ForwardChunkAsync(chunk, forwardingUrl, token), cancellationToken);
    }

    /// <inheritdoc cref="SetForwardingAsync(DomainsClient, IAsyncEnumerable{string}, string, BulkOptions, CancellationToken)"/>
    public static IAsyncEnumerable<BulkOutcome<ForwardingJob>> SetForwardingAsync(
        this DomainsClient client, IEnumerable<string> domains, string forwardingUrl, BulkOptions? options = null, CancellationToken cancellationToken = default) =>
        SetForwardingAsync(client, AtHand(domains), forwardingUrl, options, cancellationToken);

    private static IAsyncEnumerable<T> Run<T>(
        DomainsClient client, IAsyncEnumerable<string> domains, int most, int usualConcurrency, BulkOptions? options,
        Func<NameChunk, CancellationToken, Task<BulkPart<T>>> send, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(domains);
        options ??= BulkOptions.Default;
        options.Validate();
        return new BulkRun<T>(domains, most, usualConcurrency, options, send).ReadAsync(cancellationToken);
    }

    private static NamesAtHand AtHand(IEnumerable<string> domains)
    {
        ArgumentNullException.ThrowIfNull(domains);
        return new(domains);
    }
}
