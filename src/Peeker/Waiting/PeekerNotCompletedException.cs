namespace Peeker;

/// <summary>A wait ended, and what was waited for is not complete. The derived type carries the resource.</summary>
public abstract class PeekerNotCompletedException : PeekerException
{
    private protected PeekerNotCompletedException(string operation, string id, NotCompletedReason reason, string message, PeekerException? lastFailure)
        : base(message, operation, lastFailure?.RequestId, lastFailure)
    {
        ResourceId = id;
        Reason = reason;
        LastFailure = lastFailure;
    }

    /// <summary>The id that was waited for.</summary>
    public string ResourceId { get; }

    /// <summary>Why it is not complete.</summary>
    public NotCompletedReason Reason { get; }

    /// <summary>What went wrong when the resource was read for the last time; null when that went well.</summary>
    public PeekerException? LastFailure { get; }
}

/// <summary>A wait ended, and what was waited for is not complete.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public sealed class PeekerNotCompletedException<T> : PeekerNotCompletedException
    where T : class
{
    internal PeekerNotCompletedException(string operation, string id, NotCompletedReason reason, string advice, T? resource, PeekerException? lastFailure)
        : base(operation, id, reason, $"{operation}: {Printable(id)} is not complete ({reason}). {advice}", lastFailure) => Resource = resource;

    /// <summary>The resource as it was read last; null when it was never read.</summary>
    public T? Resource { get; }

    // An id looks like this; anything else may be something that the caller did not mean to print.
    private static string Printable(string id) => id.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? id : "the resource";
}
