namespace Peeker.Http;

/// <summary>An operation of the specification.</summary>
/// <param name="Id">Its <c>operationId</c>.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Template">Its path, with holes for the parameters.</param>
/// <param name="Replay">Whether it may be repeated after an ambiguous failure.</param>
internal sealed record Operation(string Id, HttpMethod Method, string Template, Replay Replay);
