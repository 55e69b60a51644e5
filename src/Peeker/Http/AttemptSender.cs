using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Threading.RateLimiting;
using Microsoft.Kiota.Abstractions;
using Peeker.Diagnostics;

namespace Peeker.Http;

/// <summary>One attempt: a permit, a new request with the same bytes, an answer within the time.</summary>
internal sealed class AttemptSender(HttpMessageInvoker handlers, Uri baseAddress, Budget.CallBudget budget, ClientTelemetry telemetry, TimeProvider time, int maxResponseBytes)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new("application/json");

    /// <exception cref="PeekerException">The attempt failed.</exception>
    public async ValueTask<PeekerResponse<T>> SendAsync<T>(Call call, WireReader<T> read, CancellationToken cancellationToken)
    {
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

    private async ValueTask<PeekerResponse<T>> ExchangeAsync<T>(Call call, WireReader<T> read, RateLimitLease? permit, Activity? activity, CancellationToken cancellationToken)
    {
        var allowed = call.AttemptTime;
        using var limit = new AttemptLimit(allowed, time, cancellationToken);
        string? requestId = null;
        try
        {
            using var request = Request(call);
            using var message = await handlers.SendAsync(request, limit.Token).ConfigureAwait(false);

            // The request has arrived; from here on it counts against the window, and no longer as one under way.
            permit?.Dispose();
            requestId = RequestId.Of(message.Headers);
            telemetry.AttemptAnswered(call, activity, message.StatusCode, requestId);
            using var buffer = new BodyBuffer();
            await buffer.ReadAsync(message.Content, maxResponseBytes, limit.Token).ConfigureAwait(false);
            var answer = new Answer(call.Operation, message.StatusCode, requestId, RetryAfterHeader.Of(message.Headers, time), buffer.WithoutMark);
            if (buffer.TooLarge) throw new PeekerResponseException($"the answer is larger than {maxResponseBytes} bytes", null, answer, null);
            if (message.IsSuccessStatusCode)
                return buffer.Broken is null ? new(AnswerReader.Read(read, answer), message) : throw CutShort(answer, buffer.Broken);
            var error = AnswerReader.Error(answer);
            throw error is PeekerApiException || buffer.Broken is null ? error : CutShort(answer, buffer.Broken);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            var within = limit.IsUp ? $"{allowed.TotalSeconds:0.#} s" : "the time the HttpClient allows";
            throw ConnectionFailure.Late(call.Operation, within, requestId, late);
        }
        catch (HttpRequestException failure)
        {
            throw ConnectionFailure.Of(call.Operation, failure);
        }
        catch (Exception failure) when (failure is not (PeekerException or OperationCanceledException))
        {
            // A stream that broke, or a handler of the caller's that has exceptions of its own.
            throw ConnectionFailure.Of(call.Operation, requestId, failure);
        }
    }

    private static PeekerResponseException CutShort(Answer answer, Exception broken) => new("the answer was cut short", null, answer, broken, cutShort: true);

    private HttpRequestMessage Request(Call call)
    {
        var request = new HttpRequestMessage(call.Operation.Method, new Uri(baseAddress, call.Target))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.Accept.Add(AcceptJson);
        if (call.Body is { } body) request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };

        // The platform's handler repeats a request without content by itself, up to three times, when a connection that it used before breaks.
        else if (call.Operation.Replay != Replay.Safe) request.Content = new ByteArrayContent([]);
        foreach (var option in call.Options) request.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
        return request;
    }
}
