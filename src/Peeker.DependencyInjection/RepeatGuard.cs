using System.Net;

namespace Peeker.DependencyInjection;

/// <summary>
/// Stands before the socket. A resilience handler of the host's repeats whatever it likes, orders too; here a write that may have taken
/// effect is not let through a second time. The client, which knows what is safe, repeats with a new message.
/// </summary>
internal sealed class RepeatGuard(HttpMessageHandler socket) : DelegatingHandler(socket)
{
    private static readonly HttpRequestOptionsKey<bool> MayHaveTakenEffect = new("peeker.may-have-taken-effect");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get) return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Options.TryGetValue(MayHaveTakenEffect, out var open) && open)
        {
            throw new HttpRequestException(HttpRequestError.Unknown,
                "A handler of the host's repeats a write that may have taken effect. The Peeker client repeats what is safe by itself; take the resilience handler off its HTTP client, or call DisableForUnsafeHttpMethods on its retry options.");
        }

        request.Options.Set(MayHaveTakenEffect, true);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) request.Options.Set(MayHaveTakenEffect, false);
            return response;
        }
        catch (HttpRequestException failure) when (failure.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            request.Options.Set(MayHaveTakenEffect, false);
            throw;
        }
    }
}
