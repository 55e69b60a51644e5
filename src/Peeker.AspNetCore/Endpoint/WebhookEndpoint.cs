using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Peeker.AspNetCore;

/// <summary>One delivery: the body is read, verified, and handed to the desk. Every answer is a status and nothing else.</summary>
internal sealed class WebhookEndpoint(WebhookVerifiers verifiers, EventDesk desk, TimeProvider time, WebhookLog log)
{
    private const string Json = "application/json";

    public async Task HandleAsync(HttpContext context)
    {
        // A host that gives its errors a page gives none here.
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        context.Response.StatusCode = await AnswerAsync(context).ConfigureAwait(false);
        context.Response.Headers.CacheControl = "no-store";
    }

    private async ValueTask<int> AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsPlainJson(request)) return StatusCodes.Status415UnsupportedMediaType;
        if (!verifiers.TryGet(out var settings, out var verifier)) return StatusCodes.Status503ServiceUnavailable;
        ReadOnlyMemory<byte>? read;
        try
        {
            read = await RawBody.ReadAsync(context, settings.MaxBodyBytes).ConfigureAwait(false);
        }
        catch (Exception cut) when (cut is IOException || context.RequestAborted.IsCancellationRequested)
        {
            // The sender's doing, or the network's: nothing that failed here. The server knows the status of what it refused itself.
            var status = (cut as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            log.NotRead(status);

            // With nobody there to hear the answer, Kestrel would still try to read the rest, fail, and log that as an error.
            if (cut is ConnectionResetException || context.RequestAborted.IsCancellationRequested) context.Abort();
            return status;
        }

        if (read is not { } body) return StatusCodes.Status413PayloadTooLarge;

        var headers = request.Headers;
        if (!verifier.TryVerify(body.Span, headers[WebhookSignatureScheme.TimestampHeader].ToString(), headers[WebhookSignatureScheme.SignatureHeader].ToString(), out var found))
        {
            log.NotVerified(found.Failure);
            return found.Failure == WebhookFailure.CheckFailed ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status401Unauthorized;
        }

        WebhookEvent happened;
        try
        {
            happened = WebhookEvent.Parse(body.Span);
        }
        catch (JsonException)
        {
            // 2xx would lose it. Refused, it comes again, perhaps to a version that can read it.
            log.NotAnEvent(found.SecretLabel!);
            return StatusCodes.Status400BadRequest;
        }

        // The header is not signed, the body is.
        if (headers[WebhookSignatureScheme.EventIdHeader].ToString() != happened.Id)
        {
            log.OtherId(happened.Type.Value, happened.Id);
            return StatusCodes.Status400BadRequest;
        }

        // It would complete, or stand in the way of, what is found by asking.
        if (ReconciledState.HasIdOf(happened.Id))
        {
            log.IdIsReserved(found.SecretLabel!);
            return StatusCodes.Status400BadRequest;
        }

        return await desk.TakeAsync(Received(happened, body, found.SecretLabel!), settings, happened).ConfigureAwait(false) switch
        {
            DeskAnswer.Done or DeskAnswer.Kept or DeskAnswer.Known => StatusCodes.Status204NoContent,
            DeskAnswer.Failed => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
    }

    private InboxEvent Received(WebhookEvent happened, ReadOnlyMemory<byte> body, string label) => new()
    {
        EventId = happened.Id,
        EventType = happened.Type.Value,
        Body = body,
        ReceivedAt = time.GetUtcNow(),
        SecretLabel = label,
        ResourceId = happened.ResourceId,
        Position = happened.Position,
    };

    private static bool IsPlainJson(HttpRequest request) =>
        (request.ContentType == Json || (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)))
        && (request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity");
}
