using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Peeker.Http;

/// <summary>The handlers that one attempt passes through, outermost first: key and user agent, the caller's or our own socket.</summary>
internal static class Pipeline
{
    public static HttpMessageInvoker Build(PeekerClientOptions options, ApiKey key)
    {
        var userAgent = new UserAgentHandlerOption
        {
            ProductName = "peeker-dotnet",
            ProductVersion = typeof(Pipeline).Assembly.GetName().Version!.ToString(3),
        };
        // The last link is ours to dispose only if we made it.
        var (last, owned) = Last(options);
        var first = KiotaClientFactory.ChainHandlersCollectionAndGetFirstLink(
            last,
            new Credentials(key, userAgent),
            new Departure())!;
        return new HttpMessageInvoker(first, owned);
    }

    private static (HttpMessageHandler Last, bool Owned) Last(PeekerClientOptions options)
    {
        if (options.HttpClient is { } client) return (new HttpClientLink(client), false);
        if (options.Handler is { } handler) return (handler, false);
        return (new SocketsHttpHandler
        {
            // A redirect is an answer like any other: following one could carry an order, or the key, to another host.
            AllowAutoRedirect = false,
            AutomaticDecompression = System.Net.DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            EnableMultipleHttp2Connections = true,
            UseCookies = false,
        }, true);
    }
}
