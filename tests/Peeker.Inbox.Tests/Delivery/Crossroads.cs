namespace Peeker.Inbox.Tests.Delivery;

/// <summary>
/// Sends each delivery to the next instance. One that meets a dead instance fails when the instance is up again, as if the connection had taken
/// that long: otherwise all that is left would be delivered to nobody within the second of a restart.
/// </summary>
internal sealed class Crossroads(IReadOnlyList<ReceiverProcess> receivers) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });
    private int _next;
    private int _answered;
    private int _cut;

    /// <summary>Deliveries that were answered, whatever the answer.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>Deliveries that met a dead instance, or one that died before it answered.</summary>
    public int Cut => Volatile.Read(ref _cut);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var receiver = receivers[(Interlocked.Increment(ref _next) & int.MaxValue) % receivers.Count];
        try
        {
            var port = await receiver.Port.WaitAsync(cancellationToken);
            request.RequestUri = new UriBuilder(request.RequestUri!) { Host = "127.0.0.1", Port = port }.Uri;
            var answer = await _http.SendAsync(request, cancellationToken);
            Interlocked.Increment(ref _answered);
            return answer;
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref _cut);
            await receiver.Port.WaitAsync(cancellationToken);
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _http.Dispose();
    }
}
