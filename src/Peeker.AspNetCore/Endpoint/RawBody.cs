using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Peeker.AspNetCore;

/// <summary>The bytes of a request, as they came.</summary>
internal static class RawBody
{
    // A length that is only announced costs the sender nothing, so it buys no memory.
    private const int First = 16 * 1024;

    /// <summary>The body; null when it is larger than allowed.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most) return null;

        // The server's own limit may be lower; this endpoint counts for itself.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;

        var buffer = new byte[Math.Min(Math.Min(First, most), context.Request.ContentLength ?? First)];
        var length = 0;
        var reader = context.Request.BodyReader;
        while (true)
        {
            // Mostly all of it came with the headers. The token is asked for only where there is something to wait for, since the server makes it then.
            if (!reader.TryRead(out var read)) read = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            var part = read.Buffer;
            if (part.Length > most - length)
            {
                reader.AdvanceTo(part.Start, part.End);
                return null;
            }

            var needed = length + (int)part.Length;
            if (needed > buffer.Length) Array.Resize(ref buffer, (int)Math.Min(Math.Max(2L * length, needed), most));
            part.CopyTo(buffer.AsSpan(length));
            length = needed;
            reader.AdvanceTo(part.End);
            if (read.IsCompleted) return buffer.AsMemory(0, length);
        }
    }
}
