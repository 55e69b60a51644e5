namespace Peeker;

/// <summary>What came of one request for several domains: the job that has them all, or why there is none.</summary>
/// <typeparam name="T">The type of the job.</typeparam>
public sealed class BulkOutcome<T>
    where T : class
{
    internal BulkOutcome(IReadOnlyList<string> domains, T? job, PeekerException? error) => (Domains, Job, Error) = (domains, job, error);

    /// <summary>The domains of the request, each once.</summary>
    public IReadOnlyList<string> Domains { get; }

    /// <summary>The job; null when the request failed. Domains that failed inside it are listed there.</summary>
    public T? Job { get; }

    /// <summary>Why there is no job; null when there is one.</summary>
    public PeekerException? Error { get; }

    /// <summary>
    /// Whether the request may have been carried out although there is no job to show. It was not repeated if that could do the work twice: look for its
    /// result (<see cref="DomainsClient.FindImportAsync"/>, <see cref="DomainsClient.ListAsync"/>) before you do.
    /// </summary>
    public bool MayHaveTakenEffect => Error is not null && BulkFailure.MayHaveTakenEffect(Error);
}
