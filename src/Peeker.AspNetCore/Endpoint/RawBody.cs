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

        // One more than the length, so that the end is seen without growing.
        var buffer = new byte[Math.Min(Math.Min(First, most + 1), context.Request.ContentLength + 1 ?? First)];
        var length = 0;
        while (true)
        {
            var read = await context.Request.Body.ReadAsync(buffer.AsMemory(length), context.RequestAborted).ConfigureAwait(false);
            if (read == 0) return buffer.AsMemory(0, length);
            length += read;
            if (length > most) return null;
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(2L * length, most + 1L));
        }
    }
}
