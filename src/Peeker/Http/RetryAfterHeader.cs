using System.Net.Http.Headers;

namespace Peeker.Http;

/// <summary>The standard header, which the API does not document and a proxy may send: seconds, or a date.</summary>
internal static class RetryAfterHeader
{
    public static TimeSpan? Of(HttpResponseHeaders headers, TimeProvider time)
    {
        if (headers.RetryAfter is not { } header) return IsBeyondNumbers(headers) ? TimeSpan.FromSeconds(int.MaxValue) : null;

        // A date is the server's, and so is the time it is held against.
        var wait = header.Delta ?? header.Date - (headers.Date ?? time.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    // More digits than the platform reads: somebody means never, not now.
    private static bool IsBeyondNumbers(HttpResponseHeaders headers) =>
        headers.NonValidated.TryGetValues("Retry-After", out var values) && values.ToString() is { Length: > 9 } text && text.All(char.IsAsciiDigit);
}
