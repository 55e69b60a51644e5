using System.Net;
using System.Text;

namespace Peeker.Http;

/// <summary>An HTTP answer as an error needs it.</summary>
/// <param name="Operation">What was asked for.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="RequestId">The <c>Peeker-Request-Id</c>.</param>
/// <param name="RetryAfter">What a <c>Retry-After</c> header asks for.</param>
/// <param name="Body">The body as far as it was read.</param>
internal readonly record struct Answer(Operation Operation, HttpStatusCode Status, string? RequestId, TimeSpan? RetryAfter, ReadOnlyMemory<byte> Body)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);
}
