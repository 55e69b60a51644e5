using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Webhooks;

/// <summary>One request to the receiver, signed when it is sent. 15 seconds on the sandbox's clock, then it counts as not answered.</summary>
internal sealed class WebhookPost : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly Timeline _timeline;
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _stop = new();

    public WebhookPost(Timeline timeline, HttpMessageHandler? handler)
    {
        _timeline = timeline;
        _http = handler is null
            ? new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
            : new(handler, disposeHandler: false);
        _http.Timeout = System.Threading.Timeout.InfiniteTimeSpan;
    }

    /// <summary>The receiver's status; null when there was no answer.</summary>
    public async Task<int?> SendAsync(SandboxEvent made, WebhookSecrets secrets, Uri url, DateTimeOffset now)
    {
        var timestamp = WebhookSignatureScheme.Timestamp(now);
        using var request = new SignedWebhook(made.Id, timestamp, secrets.Sign(timestamp, made.Body), made.Body).ToRequest(url);

        // Not disposed: the timeline may still hold it when the answer is long there.
        var late = new CancellationTokenSource();
        // Whatever a receiver hangs on the token must not fail the step.
        _timeline.At(now + Timeout, due => _ = late.CancelAsync());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, late.Token);
        try
        {
            // A handler in the process may not look at the token.
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            return (int)answer.StatusCode;
        }
#pragma warning disable CA1031 // Whatever a receiver, or a handler in its place, does: it gave no answer.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        _http.Dispose();
        _stop.Dispose();
    }
}
