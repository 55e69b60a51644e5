using System.Text.Json;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Webhooks;

/// <summary>Sends events when they are due: one at a time, in order, up to five times within 24 hours.</summary>
internal sealed class WebhookSender : IAsyncDisposable
{
    // Assumption: five deliveries in 24 hours and exponential are documented, the steps are not.
    private static readonly TimeSpan[] Backoff = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(100), TimeSpan.FromHours(16)];
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);

    private readonly Ids _ids;
    private readonly TimeProvider _time;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly PriorityQueue<Due, (long At, long Order)> _queue = new();
    private readonly List<WebhookDelivery> _deliveries = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _changed = new(0);
    private readonly Task _loop;
    private Uri? _url;
    private long _order;

    public WebhookSender(Ids ids, TimeProvider time, string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        (_ids, _time, Secret) = (ids, time, secret);
        _loop = Task.Run(RunAsync);
    }

    public string Secret { get; }

    public Uri? Url
    {
        get => _url;
        set
        {
            if (value is not null && !(value.IsAbsoluteUri && value.Scheme is ("http" or "https")))
                throw new ArgumentException("A webhook address must be absolute, with http or https.", nameof(value));
            _url = value;
        }
    }

    public IReadOnlyList<WebhookDelivery> Deliveries
    {
        get
        {
            lock (_deliveries) return [.. _deliveries];
        }
    }

    /// <summary>Plans the events of an order in their documented sequence.</summary>
    public void Announce(OrderRecord order, DateTimeOffset now)
    {
        Plan(now, (id, at) => new OrderInProgress { Id = id, Type = WebhookEventType.OrderInProgress, CreatedAt = at, Data = order.ToDetail(OrderStatus.InProgress) });
        foreach (var domain in order.Domains)
            Plan(now + (order.CompletesAt - now) / 2, (id, at) => new DomainConnected { Id = id, Type = WebhookEventType.DomainConnected, CreatedAt = at, Data = domain.ToModel() });
        Plan(order.CompletesAt, (id, at) => new OrderCompleted { Id = id, Type = WebhookEventType.OrderCompleted, CreatedAt = at, Data = order.ToDetail(OrderStatus.Completed) });
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _http.Dispose();
        _stop.Dispose();
        _changed.Dispose();
    }

    private void Plan(DateTimeOffset at, Func<string, DateTimeOffset, WebhookEvent> build)
    {
        var planned = build(_ids.Next("evt_"), WholeSeconds.Of(at));
        Enqueue(new(planned.Id, planned.Type, JsonSerializer.SerializeToUtf8Bytes(planned), 1, at));
    }

    private void Enqueue(Due due)
    {
        lock (_queue) _queue.Enqueue(due, (due.At.UtcTicks, _order++));
        _changed.Release();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                if (TakeDue(out var due, out var wait)) await AttemptAsync(due!).ConfigureAwait(false);
                else await WaitAsync(wait).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private bool TakeDue(out Due? due, out TimeSpan wait)
    {
        lock (_queue)
        {
            wait = Timeout.InfiniteTimeSpan;
            if (!_queue.TryPeek(out due, out _)) return false;
            wait = due.At - _time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                // Timers cannot wait for more than some weeks; the loop comes back and waits again.
                if (wait > TimeSpan.FromDays(1)) wait = TimeSpan.FromDays(1);
                return false;
            }

            _queue.Dequeue();
            return true;
        }
    }

    private async Task WaitAsync(TimeSpan wait)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var changed = _changed.WaitAsync(either.Token);
        var due = Task.Delay(wait, _time, either.Token);
        await Task.WhenAny(changed, due).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        _stop.Token.ThrowIfCancellationRequested();
    }

    private async Task AttemptAsync(Due due)
    {
        if (Url is not { } url) return;
        var now = _time.GetUtcNow();
        var timestamp = WebhookSignatureScheme.Timestamp(now);
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(due.Body) { Headers = { ContentType = new("application/json") } },
            Headers =
            {
                { WebhookSignatureScheme.EventIdHeader, due.EventId },
                { WebhookSignatureScheme.TimestampHeader, timestamp },
                { WebhookSignatureScheme.SignatureHeader, WebhookSignatureScheme.Sign(Secret, timestamp, due.Body) },
            },
        };
        int? status = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        limit.CancelAfter(AttemptTimeout);
        try
        {
            using var answer = await _http.SendAsync(request, limit.Token).ConfigureAwait(false);
            status = (int)answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // No answer is recorded as an attempt without a status, and tried again.
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            // The receiver took longer than it may.
        }

        var delivery = new WebhookDelivery(due.EventId, due.Type, due.Attempt, now, status);
        lock (_deliveries) _deliveries.Add(delivery);
        if (!delivery.IsAccepted && due.Attempt <= Backoff.Length) Enqueue(due with { Attempt = due.Attempt + 1, At = now + Backoff[due.Attempt - 1] });
    }

    private sealed record Due(string EventId, WebhookEventType Type, byte[] Body, int Attempt, DateTimeOffset At);
}
