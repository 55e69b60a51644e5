using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Peeker.Json;

namespace Peeker.Http;

/// <summary>Carries one operation to the API and back: bytes out, resource or typed exception in.</summary>
internal sealed class PeekerTransport(HttpMessageInvoker pipeline, Uri baseAddress, PeekerClientOptions options) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new("application/json");

    public Task<PeekerResponse<T>> SendAsync<T>(Operation operation, string target, CancellationToken cancellationToken)
        where T : IWire<T> => SendAsync(operation, target, null, Envelope.ReadData<T>, cancellationToken);

    public Task<PeekerResponse<T>> SendAsync<T>(Operation operation, string target, byte[]? body, CancellationToken cancellationToken)
        where T : IWire<T> => SendAsync(operation, target, body, Envelope.ReadData<T>, cancellationToken);

    /// <summary>The same, with a time after which no attempt begins.</summary>
    public Task<PeekerResponse<T>> SendAsync<T>(Operation operation, string target, byte[]? body, DateTimeOffset notAfter, CancellationToken cancellationToken)
        where T : IWire<T> => SendAsync(operation, target, body, Envelope.ReadData<T>, cancellationToken);

    public Task<PeekerResponse<Page<T>>> SendPageAsync<T>(Operation operation, string target, CancellationToken cancellationToken)
        where T : IWire<T> => SendAsync(operation, target, null, Page<T>.ReadJson, cancellationToken);

    /// <summary>The clock of every wait.</summary>
    public TimeProvider Time => options.Time;

    /// <summary>Where the jitter of waits comes from.</summary>
    public Random Random => options.Random;

    public void Dispose() => pipeline.Dispose();

    private async Task<PeekerResponse<T>> SendAsync<T>(
        Operation operation, string target, byte[]? body, WireReader<T> read, CancellationToken cancellationToken)
    {
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(options.AttemptTimeout);
        string? requestId = null;
        try
        {
            using var request = Request(operation, target, body);
            using var message = await pipeline.SendAsync(request, attempt.Token).ConfigureAwait(false);
            requestId = RequestId.Of(message.Headers);
            using var buffer = new BodyBuffer();
            await buffer.ReadAsync(message.Content, options.MaxResponseBytes, attempt.Token).ConfigureAwait(false);
            var answer = new Answer(operation, message.StatusCode, requestId, buffer.WithoutMark);
            if (buffer.TooLarge) throw new PeekerResponseException($"the answer is larger than {options.MaxResponseBytes} bytes", null, answer, null);
            if (buffer.Broken is { } broken) throw new PeekerResponseException("the answer was cut short", null, answer, broken);
            return message.IsSuccessStatusCode ? new(Read(read, answer), message) : throw Error(answer);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PeekerConnectionException(
                $"{operation.Id}: no answer within {(attempt.IsCancellationRequested ? $"{options.AttemptTimeout.TotalSeconds:0.#} s" : "the time the HttpClient allows")}. {Advice(operation)}", operation.Id, mayHaveTakenEffect: true, requestId, late);
        }
        catch (HttpRequestException failure)
        {
            throw Unreachable(operation, failure);
        }
        catch (IOException failure)
        {
            throw new PeekerConnectionException($"{operation.Id}: the connection broke before an answer came. {Advice(operation)}", operation.Id, true, requestId, failure);
        }
    }

    private HttpRequestMessage Request(Operation operation, string target, byte[]? body)
    {
        var request = new HttpRequestMessage(operation.Method, new Uri(baseAddress, target))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.Accept.Add(AcceptJson);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        return request;
    }

    private static T Read<T>(WireReader<T> read, Answer answer)
    {
        var reader = new Utf8JsonReader(answer.Body.Span);
        try
        {
            reader.Read();
            var value = read(ref reader);
            reader.Read();
            return value;
        }
        catch (WireException wrong)
        {
            var place = WireLocation.At(answer.Body.Span, reader.BytesConsumed);
            var member = wrong.Member is null ? place : place.Length == 0 ? wrong.Member : $"{place}.{wrong.Member}";
            throw new PeekerResponseException($"the member '{member}' of the answer {wrong.Problem}", member, answer, wrong);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The reader throws the second for text that is no Unicode.
            var problem = answer.Body.IsEmpty ? "the answer is empty" : "the answer is not JSON, or was cut short";
            throw new PeekerResponseException(problem, null, answer, malformed);
        }
    }

    /// <summary>The documented envelope if there is one. A server that failed may answer with anything.</summary>
    private static PeekerException Error(Answer answer)
    {
        try
        {
            return PeekerApiException.From(answer, Read(Envelope.ReadError, answer));
        }
        catch (PeekerResponseException undocumented)
        {
            // These statuses mean one thing each, whoever wrote the body.
            return (int)answer.Status is >= 500 or 401 or 403 or 429 ? PeekerApiException.From(answer, null) : undocumented;
        }
    }

    private static PeekerConnectionException Unreachable(Operation operation, HttpRequestException failure)
    {
        // These end before a byte of the request is sent; after any other the API may have it.
        var sent = failure.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);
        var problem = sent ? "the connection broke before an answer came" : "the host cannot be reached";
        return new($"{operation.Id}: {problem} ({failure.HttpRequestError}). {(sent ? Advice(operation) : "Check the base address and the network; nothing was sent.")}",
            operation.Id, sent, requestId: null, failure);
    }

    private static string Advice(Operation operation) => operation.Replay switch
    {
        Replay.Safe => "The call is safe to repeat.",
        Replay.SameBody => "Repeating exactly the same body within 24 hours returns the first result.",
        _ => "It may have taken effect: look for its result before you repeat it.",
    };
}
