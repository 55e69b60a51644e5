namespace Peeker;

/// <summary>
/// The store of an inbox did not answer, or cannot be used. Whether the call took effect is not known. An endpoint answers 503 then, so that Peeker
/// delivers the event again.
/// </summary>
public sealed class PeekerInboxException : PeekerException
{
    /// <summary>Says what is wrong with the store.</summary>
    /// <param name="message">What is wrong and what helps; no password and no body.</param>
    /// <param name="isTransient">Whether the same call may succeed later.</param>
    /// <param name="innerException">What the store said.</param>
    public PeekerInboxException(string message, bool isTransient, Exception? innerException = null)
        : base(message, operation: null, requestId: null, innerException) => IsTransient = isTransient;

    /// <summary>Whether the same call may succeed later: the store is away or overloaded. False when a person has to look at it.</summary>
    public bool IsTransient { get; }
}
