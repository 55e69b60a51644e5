using System.Net;
using System.Text;

namespace Peeker.Http;

/// <summary>An HTTP answer as an error needs it.</summary>
internal sealed record Answer(Operation Operation, HttpStatusCode Status, string? RequestId, ReadOnlyMemory<byte> Body)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);
}
