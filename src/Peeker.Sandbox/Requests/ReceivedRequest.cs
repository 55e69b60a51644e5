using Peeker.Sandbox.Http;
using Peeker.Sandbox.Requests;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox;

/// <summary>A request the sandbox has received. The key is not kept, and secrets in the body are not shown.</summary>
public sealed class ReceivedRequest
{
    private readonly ReadOnlyMemory<byte> _body;
    private readonly Route? _route;
    private readonly string _query;

    internal ReadOnlySpan<byte> Bytes => _body.Span;

    internal ReceivedRequest(SandboxRequest request, Route? route, DateTimeOffset at, SandboxResponse? response, SandboxFault? fault, ByteArena arena)
    {
        (Method, Path, _query, Operation, At) = (request.Method, KeyText.Hide(request.Path), request.Query, route?.OperationId, at);
        _route = route;
        (RequestId, Status, Fault, _body, BodyLength) = (response?.RequestId, response?.Break == Break.Drop ? null : response?.Status, fault, default, request.Body.Length);
        if (BodyLength <= RedactedBody.MostBytes) _body = arena.Keep(request.Body.Span);
    }

    /// <summary>When it was received, on the sandbox's clock.</summary>
    public DateTimeOffset At { get; }

    /// <summary>In upper case.</summary>
    public string Method { get; }

    /// <summary>The path, from the root of the host.</summary>
    public string Path { get; }

    /// <summary>
    /// The query with its question mark; empty without one. The values of parameters that the operation does not have are not shown. It may
    /// hold an e-mail address.
    /// </summary>
    public string Query => RedactedQuery.Of(_query, _route);

    /// <summary>The operation of the specification; null for a path or a method that it does not have.</summary>
    public string? Operation { get; }

    /// <summary>The id of the answer.</summary>
    public string? RequestId { get; }

    /// <summary>The status of the answer; null when the connection was closed without one.</summary>
    public int? Status { get; }

    /// <summary>The fault it met; null without one.</summary>
    public SandboxFault? Fault { get; }

    /// <summary>The bytes of the body.</summary>
    public int BodyLength { get; }

    /// <summary>
    /// The body with the value of every member that the specification marks as a secret replaced; null without a body, and for one that is
    /// no JSON or larger than 16 KiB. It may hold e-mail addresses.
    /// </summary>
    public string? Body => RedactedBody.Of(_body);

    /// <summary>Whether two requests sent the same bytes; false when one had a body too large to keep.</summary>
    public bool HasSameBodyAs(ReceivedRequest other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return BodyLength == other.BodyLength && _body.Length == BodyLength && _body.Span.SequenceEqual(other._body.Span);
    }

    /// <summary>Method, operation and status; nothing of what was sent.</summary>
    public override string ToString() => $"{Method} {Operation ?? "(no operation)"} {Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "(no answer)"}";
}
