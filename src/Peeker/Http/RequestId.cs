using System.Net.Http.Headers;

namespace Peeker.Http;

/// <summary>The header that names a request to support.</summary>
internal static class RequestId
{
    public const string Header = "Peeker-Request-Id";

    public static string? Of(HttpResponseHeaders headers) =>
        headers.NonValidated.TryGetValues(Header, out var values) ? values.ToString() : null;
}
