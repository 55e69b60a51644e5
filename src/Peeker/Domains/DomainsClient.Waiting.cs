namespace Peeker;

public sealed partial class DomainsClient
{
    private const string PointNameservers = "Set the nameservers of Resource.NameserverGroups at the registrar; the import then goes on by itself. Wait again.";

    /// <summary>Reads an import until it is complete: every domain has its nameservers, or is listed as failed.</summary>
    /// <remarks>
    /// Asks at once and then every 60 seconds, as documented, with up to a tenth added at random. A failed import, and one whose nameservers are not pointed yet,
    /// end the wait; an unknown status and passing failures of the API do not. A complete import may list domains that failed. Documented at
    /// docs.peeker.ai/guides/importing-domains. For an import that was started in the background there is <see cref="WaitForImportJobAsync"/>.
    /// </remarks>
    /// <param name="id">The import.</param>
    /// <param name="options">Deadline, interval, progress.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PeekerNotCompletedException{T}">The import is not complete; reason and import are in the exception.</exception>
    /// <exception cref="PeekerApiException">The API refused to show the import.</exception>
    /// <exception cref="ArgumentException">The id is not an import's, or the options are not possible.</exception>
    public Task<ImportJob> WaitForImportAsync(string id, WaitOptions<ImportJob>? options = null, CancellationToken cancellationToken = default) =>
        GetImportPolling.Until(GetImportAsync, job => job.Status.Value, PointNameservers, _transport).ForAsync(id, options, cancellationToken);

    /// <summary>Reads an import job, which runs in the background, until it is complete: every domain has its nameservers, or is listed as failed.</summary>
    /// <inheritdoc cref="WaitForImportAsync" path="/*[not(self::summary)]"/>
    public Task<ImportJob> WaitForImportJobAsync(string id, WaitOptions<ImportJob>? options = null, CancellationToken cancellationToken = default) =>
        GetImportJobPolling.Until(GetImportJobAsync, job => job.Status.Value, PointNameservers, _transport).ForAsync(id, options, cancellationToken);

    /// <summary>Reads a forwarding job until it has ended, for all of its domains or for some; those that failed are listed in it.</summary>
    /// <remarks>
    /// Asks at once and then every 10 seconds with up to a tenth added at random; the interval is an assumption. A job that failed for every domain ends the
    /// wait; an unknown status and passing failures of the API do not. Documented at docs.peeker.ai/api-reference/domains/retrieving-a-forwarding-job.
    /// </remarks>
    /// <param name="id">The forwarding job.</param>
    /// <param name="options">Deadline, interval, progress.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PeekerNotCompletedException{T}">The job is not complete; reason and job are in the exception.</exception>
    /// <exception cref="PeekerApiException">The API refused to show the job.</exception>
    /// <exception cref="ArgumentException">The id is not a forwarding job's, or the options are not possible.</exception>
    public Task<ForwardingJob> WaitForForwardingAsync(string id, WaitOptions<ForwardingJob>? options = null, CancellationToken cancellationToken = default) =>
        GetForwardingPolling.Until(GetForwardingAsync, job => job.Status.Value, "Read the job for what is asked.", _transport).ForAsync(id, options, cancellationToken);
}
