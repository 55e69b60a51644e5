namespace Peeker.AspNetCore;

/// <summary>What a reconciliation found.</summary>
/// <param name="Raised">Resources in a state that no completed event had told of: their handlers ran, or a durable inbox keeps the event.</param>
/// <param name="Unchanged">Resources in the state that the newest completed event told of, or in one that has no event.</param>
/// <param name="Failed">Resources whose handler failed, whose event somebody else is working on, for which the inbox was away, or that could not be read; the log says which. Reconcile again later.</param>
/// <param name="Missing">Resources that the API does not know.</param>
public sealed record ReconciliationOutcome(int Raised, int Unchanged, int Failed, int Missing);
