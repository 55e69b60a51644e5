using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Peeker;

/// <summary>A resource with the HTTP answer that carried it.</summary>
/// <typeparam name="T">The type of the resource.</typeparam>
public sealed class PeekerResponse<T>
{
    internal PeekerResponse(T resource, HttpResponseMessage message)
    {
        Resource = resource;
        Status = message.StatusCode;
        Headers = message.Headers;
    }

    /// <summary>The resource, out of its envelope.</summary>
    public T Resource { get; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Every header of the answer.</summary>
    public HttpResponseHeaders Headers { get; }

    /// <summary>The <c>Peeker-Request-Id</c>, which support asks for.</summary>
    public string? RequestId => Http.RequestId.Of(Headers);

    /// <summary>Status and request id.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)Status}, request {RequestId}");
}
