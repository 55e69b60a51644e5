namespace Peeker;

/// <summary>What every failure of this library has in common. No message holds a key, a password, an e-mail or a body.</summary>
public abstract class PeekerException : Exception
{
    private protected PeekerException(string message, string? operation, string? requestId, Exception? inner)
        : base(message, inner)
    {
        Operation = operation;
        RequestId = requestId;
    }

    /// <summary>The operation's id in the specification, for example <c>Orders_Create</c>; null outside a call.</summary>
    public string? Operation { get; }

    /// <summary>The <c>Peeker-Request-Id</c> of the answer; quote it to support. Null when no answer came.</summary>
    public string? RequestId { get; }

    /// <summary>How many attempts the call made; 0 outside a call.</summary>
    public int Attempts { get; internal set; }

    /// <summary>How long the client would have had to wait for another attempt, where that is longer than its deadline allows; null otherwise.</summary>
    public TimeSpan? WaitNotBegun { get; internal set; }
}
