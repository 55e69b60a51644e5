using System.Globalization;
using System.Text.Json;

namespace Peeker.Cli.Webhooks;

/// <summary>What is done with each delivery that comes in.</summary>
internal sealed class Listening(Surroundings surroundings, IReadOnlyList<WebhookSecret> secrets, Endpoint? forward, CaptureFolder? folder, bool json, int? count)
{
    private readonly WebhookVerifier _verifier = new(secrets, time: surroundings.Time);
    private readonly WebhookDiagnostic _diagnostic = new(secrets, time: surroundings.Time);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _seen;

    /// <summary>Done when as many came as were waited for.</summary>
    public Task Over => _over.Task;

    /// <returns>The status of the answer: 2xx only if the delivery is right, and accepted where it was passed on to.</returns>
    public async Task<int> AnswerAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var file = folder?.Add(delivery);
        var right = _verifier.TryVerify(delivery.Body.Span, delivery.Timestamp, delivery.Signature, out var result);
        var happened = right && WebhookEvent.TryParse(delivery.Body.Span, out var parsed) ? parsed : null;
        int? forwarded = null;
        if (right && forward is not null)
        {
            using var request = delivery.ToRequest(forward.Url);
            forwarded = await forward.SendAsync(request, cancellationToken) ?? 502;
        }

        var status = forwarded ?? (!right ? 401 : happened is null ? 400 : 204);
        lock (_gate)
        {
            // Of a delivery that is not right nothing is shown but what is wrong with it: anybody may have sent it.
            surroundings.Output.WriteLine(json ? JsonLine.Of(writer => Write(writer, delivery, happened, result, file, status)) : Shown.Text(Line(delivery, happened, result, status)));
            surroundings.Output.Flush();
            if (++_seen == count) _over.TrySetResult();
        }

        return status;
    }

    /// <summary>Tells of a request that was no delivery, or that could not be seen to.</summary>
    public void PassedOver(int status, string why)
    {
        lock (_gate)
        {
            surroundings.Output.WriteLine(json
                ? JsonLine.Of(writer =>
                {
                    writer.WriteString("received_at", surroundings.Time.GetUtcNow().UtcDateTime);
                    writer.WriteBoolean("verified", false);
                    writer.WriteNumber("status", status);
                    writer.WriteString("explanation", why);
                })
                : Shown.Text(string.Create(CultureInfo.InvariantCulture, $"{surroundings.Time.GetUtcNow():HH:mm:ss}  {status}  {why}")));
            surroundings.Output.Flush();
        }
    }

    private string Line(Delivery delivery, WebhookEvent? happened, WebhookVerification result, int status) => string.Create(
        CultureInfo.InvariantCulture,
        $"{delivery.ReceivedAt:HH:mm:ss}  {status}  {(result.IsValid ? happened is null ? "verified, and no event" : $"{happened.Type.Value,-28}  {happened.ResourceId}  {happened.Id}" : $"refused: {_diagnostic.Examine(delivery.ForDiagnosis())}")}");

    private void Write(Utf8JsonWriter writer, Delivery delivery, WebhookEvent? happened, WebhookVerification result, string? file, int status)
    {
        writer.WriteString("received_at", delivery.ReceivedAt!.Value.UtcDateTime);
        writer.WriteBoolean("verified", result.IsValid);
        writer.WriteNumber("status", status);
        if (file is not null) writer.WriteString("file", file);
        if (!result.IsValid)
        {
            var diagnosis = _diagnostic.Examine(delivery.ForDiagnosis());
            writer.WriteString("cause", diagnosis.Cause.ToString());
            writer.WriteString("explanation", diagnosis.Explanation);
        }

        if (happened is null) return;
        writer.WriteString("type", happened.Type.Value);
        writer.WriteString("resource_id", happened.ResourceId);
        writer.WritePropertyName("event");
        using var body = JsonDocument.Parse(delivery.Body, new() { MaxDepth = 512 });
        body.RootElement.WriteTo(writer);
    }
}
