using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.Kiota.Abstractions;
using Peeker.Diagnostics;

namespace Peeker.Http;

/// <summary>One attempt: a permit, a new request with the same bytes, an answer within the time.</summary>
internal sealed class AttemptSender(HttpMessageInvoker handlers, Uri baseAddress, Budget.CallBudget budget, ClientTelemetry telemetry, TimeProvider time, int maxResponseBytes) : IDisposable
{
    // As text: the platform's typed headers make objects for each request.
    private const string Json = "application/json";

    private bool _disposed;

    public void Dispose()
    {
        _disposed = true;
        handlers.Dispose();
    }

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, typeof(PeekerClient));

    /// <exception cref="PeekerException">The attempt failed.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<PeekerResponse<T>> SendAsync<T>(Call call, WireReader<T> read, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var permit = await budget.AcquireAsync(call, cancellationToken).ConfigureAwait(false);
        call.BeginAttempt();
        using var activity = telemetry.AttemptStarts(call);
        Exception? failure = null;
        try
        {
            return await ExchangeAsync(call, read, permit, activity, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed)
        {
            failure = failed;
            throw;
        }
        finally
        {
            ClientTelemetry.AttemptEnds(call, activity, failure);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<PeekerResponse<T>> ExchangeAsync<T>(Call call, WireReader<T> read, RateLimitLease? permit, Activity? activity, CancellationToken cancellationToken)
    {
        var allowed = call.AttemptTime;
        using var limit = new AttemptLimit(allowed, time, cancellationToken);
        string? requestId = null;
        using var request = Request(call);
        try
        {
            using var message = await handlers.SendAsync(request, limit.Token).ConfigureAwait(false);

            // The request has arrived; from here on it counts against the window, and no longer as one under way.
            permit?.Dispose();
            requestId = RequestId.Of(message.Headers);
            telemetry.AttemptAnswered(call, activity, message.StatusCode, requestId);
            using var buffer = new BodyBuffer();
            await buffer.ReadAsync(message.Content, maxResponseBytes, limit.Token).ConfigureAwait(false);
            var answer = new Answer(call.Operation, message.StatusCode, requestId, RetryAfterHeader.Of(message.Headers, time), buffer.WithoutMark);
            if (message.IsSuccessStatusCode && buffer.IsWhole) return new(AnswerReader.Read(read, answer), message);

            // What a status means does not depend on how much of the body there is.
            var error = message.IsSuccessStatusCode ? null : AnswerReader.Error(answer);
            throw error is PeekerApiException || (error is not null && buffer.IsWhole) ? error : Unread(answer, buffer);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            var within = limit.IsUp ? $"{allowed.TotalSeconds:0.#} s" : "the time the HttpClient allows";
            throw request.HasLeft ? ConnectionFailure.Late(call.Operation, within, requestId, late) : ConnectionFailure.NotSent(call.Operation, late);
        }
        catch (HttpRequestException failure)
        {
            throw ConnectionFailure.Of(call.Operation, failure);
        }
        catch (Exception failure) when (failure is not (PeekerException or OperationCanceledException))
        {
            // A stream that broke, or a handler of the caller's that has exceptions of its own.
            throw request.HasLeft ? ConnectionFailure.Of(call.Operation, requestId, failure) : ConnectionFailure.NotSent(call.Operation, failure);
        }
    }

    private PeekerResponseException Unread(Answer answer, BodyBuffer buffer) => buffer.TooLarge
        ? new($"the answer is larger than {maxResponseBytes} bytes", null, answer, null)
        : new("the answer was cut short", null, answer, buffer.Broken, cutShort: true);

    private AttemptRequest Request(Call call)
    {
        var request = new AttemptRequest(call.Operation.Method, new Uri(baseAddress, call.Target))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("Accept", Json);
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Json);
        }

        // The platform's handler repeats a request without content by itself, up to three times, when a connection that it used before breaks.
        else if (call.Operation.Replay != Replay.Safe)
        {
            request.Content = new ByteArrayContent([]);
        }

        foreach (var option in call.Options) request.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        return request;
    }
}
