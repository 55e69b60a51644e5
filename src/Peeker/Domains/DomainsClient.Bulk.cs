using System.Net;
using Peeker.Http;

namespace Peeker;

public sealed partial class DomainsClient
{
    /// <summary>One request of a check: an outcome for every name as it was given.</summary>
    internal async Task<BulkPart<AvailabilityOutcome>> CheckChunkAsync(NameChunk chunk, CancellationToken cancellationToken)
    {
        var rows = new AvailabilityRow?[chunk.Asked.Count];
        PeekerException? error = null;
        try
        {
            var answer = await WithResponse.CheckAvailabilityAsync(new() { Domains = chunk.Asked }, cancellationToken).ConfigureAwait(false);
            // By name and not by place: a row beside the wrong name could be bought.
            foreach (var row in answer.Resource.Domains)
            {
                if (chunk.PlaceOf(row.Domain) is { } place) rows[place] = row;
            }

            if (rows.Contains(null)) error = Incomplete(answer.Status, answer.RequestId);
        }
        catch (PeekerException failure) when (!BulkFailure.EndsAll(failure))
        {
            error = failure;
        }

        var outcomes = new AvailabilityOutcome[chunk.Given.Count];
        for (var index = 0; index < outcomes.Length; index++)
        {
            var row = rows[chunk.PlaceOf(index)];
            outcomes[index] = new(chunk.Given[index], row, row is null ? error : null);
        }

        return new(outcomes, outcomes.Length, outcomes.Count(outcome => outcome.Row is null));
    }

    internal Task<BulkPart<BulkOutcome<ImportJob>>> ImportChunkAsync(NameChunk chunk, CancellationToken cancellationToken) =>
        OutcomeOf(chunk, ImportAsync(new ImportRequest { Domains = chunk.Asked }, cancellationToken));

    internal Task<BulkPart<BulkOutcome<ImportJob>>> StartChunkAsync(NameChunk chunk, CancellationToken cancellationToken) =>
        OutcomeOf(chunk, StartImportJobAsync(new ImportJobRequest { Domains = chunk.Asked }, cancellationToken));

    internal Task<BulkPart<BulkOutcome<ForwardingJob>>> ForwardChunkAsync(NameChunk chunk, string forwardingUrl, CancellationToken cancellationToken) =>
        OutcomeOf(chunk, SetForwardingAsync(new ForwardingRequest { Domains = chunk.Asked, ForwardingUrl = forwardingUrl }, cancellationToken));

    private static async Task<BulkPart<BulkOutcome<T>>> OutcomeOf<T>(NameChunk chunk, Task<T> call)
        where T : class
    {
        try
        {
            var job = await call.ConfigureAwait(false);
            return new([new(chunk.Asked, job, null)], chunk.Given.Count, 0);
        }
        catch (PeekerException failure) when (!BulkFailure.EndsAll(failure))
        {
            return new([new(chunk.Asked, null, failure)], chunk.Given.Count, chunk.Given.Count);
        }
    }

    private static PeekerResponseException Incomplete(HttpStatusCode status, string? requestId) =>
        new("the answer has no row for a domain that was sent", "data.domains", new(CheckAvailabilityOperation, status, requestId, null, default), null);
}
