namespace Peeker.Cli.Tests;

/// <summary>The network of a test: what the test itself answers, what is on this machine, and the sandbox for everything else.</summary>
internal sealed class Doorway(HttpMessageHandler sandbox, Func<HttpRequestMessage, HttpResponseMessage?> before, Action<HttpRequestMessage> after) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _sandbox = new(sandbox);
    private readonly HttpMessageInvoker _machine = new(new SocketsHttpHandler());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (before(request) is { } own) return own;
        var response = await (request.RequestUri!.IsLoopback ? _machine : _sandbox).SendAsync(request, cancellationToken);
        after(request);
        return response;
    }

    protected override void Dispose(bool disposing)
    {
        _sandbox.Dispose();
        _machine.Dispose();
        base.Dispose(disposing);
    }
}
