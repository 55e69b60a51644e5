using Peeker.Json;

namespace Peeker.Http;

/// <summary>The bytes of a request, written once however often they are sent.</summary>
internal static class RequestBody
{
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null and not optional.</exception>
    public static byte[]? Of<T>(T? request, bool optional = false)
        where T : class, IWire<T>
    {
        if (request is not null) return WireJson.Write(request);
        return optional ? null : throw new ArgumentNullException(nameof(request));
    }
}
