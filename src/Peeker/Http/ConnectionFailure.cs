namespace Peeker.Http;

/// <summary>Words for an attempt that got no answer.</summary>
internal static class ConnectionFailure
{
    /// <summary>For what went wrong before the request came to the socket.</summary>
    public static PeekerConnectionException NotSent(Operation operation, Exception inner) =>
        new($"{operation.Id}: the request could not be made ready; nothing was sent. See the inner exception.", operation.Id, mayHaveTakenEffect: false, requestId: null, inner);

    /// <summary>For a clock that jumped, or a wait that overslept.</summary>
    public static PeekerConnectionException TooLate(Operation operation) =>
        new($"{operation.Id}: no time is left for an attempt; nothing was sent.", operation.Id, mayHaveTakenEffect: false, requestId: null, inner: null);

    public static PeekerConnectionException Late(Operation operation, string within, string? requestId, Exception inner) =>
        new($"{operation.Id}: no answer within {within}. {Advice(operation)}", operation.Id, mayHaveTakenEffect: true, requestId, inner);

    public static PeekerConnectionException Of(Operation operation, HttpRequestException failure)
    {
        // These end before a byte of the request is sent; after any other the API may have it.
        var sent = failure.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
        var problem = sent ? "the connection broke before an answer came" : "the host cannot be reached";
        return new($"{operation.Id}: {problem} ({failure.HttpRequestError}). {(sent ? Advice(operation) : "Check the base address and the network; nothing was sent.")}",
            operation.Id, sent, requestId: null, WithoutWords(failure));
    }

    public static PeekerConnectionException Of(Operation operation, string? requestId, Exception failure) =>
        new($"{operation.Id}: the connection broke before an answer came. {Advice(operation)}", operation.Id, mayHaveTakenEffect: true, requestId, failure);

    // The platform quotes an answer that is no HTTP, and whatever it holds.
    private static HttpRequestException WithoutWords(HttpRequestException failure) => failure.HttpRequestError == HttpRequestError.InvalidResponse
        ? new(failure.HttpRequestError, "The answer is not HTTP.")
        : failure;

    private static string Advice(Operation operation) => operation.Replay == Replay.Safe ? "The call is safe to repeat." : operation.Outcome;
}
