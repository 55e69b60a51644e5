using Peeker.Http;

namespace Peeker;

/// <summary>
/// The connection broke, time ran out or the server failed, and a repeat is not safe: the call took effect or not. The message says how
/// to find out. <see cref="Exception.InnerException"/> is what happened last.
/// </summary>
public sealed class PeekerOutcomeUnknownException : PeekerException
{
    internal PeekerOutcomeUnknownException(Operation operation, int attempts, Exception last)
        : base($"{operation.Id}: it is not known whether the call took effect; {attempts} attempt{(attempts == 1 ? "" : "s")} made. {operation.Outcome}",
            operation.Id, (last as PeekerException)?.RequestId, last)
    {
    }
}
