namespace Peeker.DependencyInjection;

/// <summary>Asks the factory for each request, so that its handlers can retire while a client lives on.</summary>
internal sealed class FactoryHandler(IHttpMessageHandlerFactory factory, string name) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var link = new HttpMessageInvoker(factory.CreateHandler(name), disposeHandler: false);
        return await link.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
