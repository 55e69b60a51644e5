namespace Peeker;

/// <summary>No answer came: the host is not there, the connection broke, or time ran out.</summary>
public sealed class PeekerConnectionException : PeekerException
{
    internal PeekerConnectionException(string message, string operation, bool mayHaveTakenEffect, string? requestId, Exception? inner)
        : base(message, operation, requestId, inner) => MayHaveTakenEffect = mayHaveTakenEffect;

    /// <summary>Whether the request may have reached the API. False means that it certainly did not.</summary>
    public bool MayHaveTakenEffect { get; }
}
