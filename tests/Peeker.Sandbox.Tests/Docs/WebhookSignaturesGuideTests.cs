using System.Text;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>The code of docs/webhook-signatures.md.</summary>
public sealed class WebhookSignaturesGuideTests
{
    private static readonly WebhookEvents Events = new(seed: 1);
    private readonly List<string> _delivered = [];

    [Theory]
    [InlineData("live", WebhookFailure.None)]
    [InlineData("sandbox", WebhookFailure.None)]
    [InlineData("another", WebhookFailure.SignatureMismatch)]
    public void A_delivery_is_verified_and_read(string secret, WebhookFailure expected)
    {
        var signed = new WebhookSigner(secret).Sign(Events.OrderCompleted());
        Assert.Equal(expected, Receive(signed.Body.Span, signed.Timestamp, signed.Signature));
        Assert.Equal(expected == WebhookFailure.None ? 1 : 0, _delivered.Count);
    }

    [Fact]
    public void What_does_not_fit_is_kept()
    {
        var signed = new WebhookSigner("live").Sign(Events.Edited(WebhookEventType.OrderCompleted, order => order["status"] = 1));
        Assert.Equal(WebhookFailure.None, Receive(signed.Body.Span, signed.Timestamp, signed.Signature));
        Assert.Equal(["kept: The member 'data.status' should be a string, and is a number."], _delivered);
    }

    [Fact]
    public void A_refused_delivery_is_diagnosed()
    {
        var signed = new WebhookSigner("sandbox").Sign(Events.OrderCompleted());
        var (liveSecret, sandboxSecret, receivedAt) = ("live", "sandbox", (DateTimeOffset?)null);
        var (body, timestamp, signature, eventId) = (signed.Body, signed.Timestamp, signed.Signature, signed.EventId);

        var diagnostic = new WebhookDiagnostic([new("live", liveSecret)], others: [new("sandbox", sandboxSecret)]);
        var diagnosis = diagnostic.Examine(new()
        {
            Body = body,
            Timestamp = timestamp,
            Signature = signature,
            EventId = eventId,
            ReceivedAt = receivedAt,
        });
        Console.WriteLine(diagnosis);

        Assert.Equal(WebhookCause.MixedUpSecret, diagnosis.Cause);
    }

    private WebhookFailure Receive(ReadOnlySpan<byte> body, string timestamp, string signature)
    {
        var (liveSecret, sandboxSecret) = ("live", "sandbox");
        var verifier = new WebhookVerifier([new("live", liveSecret), new("sandbox", sandboxSecret)]);

        if (!verifier.TryVerify(body, timestamp, signature, out var result)) return result.Failure;   // answer 401

        var happened = WebhookEvent.Parse(body);

        switch (happened)
        {
            case OrderCompleted { Data: var order }:
                Deliver(order.Id);
                break;
            case UnknownEvent { IsKnownType: true } unfit:
                Keep(unfit.Raw, unfit.Problem);   // an event this program waits for, in a shape it cannot read
                break;
            default:
                break;                            // news it was not written for: answer 2xx
        }

        return result.Failure;
    }

    private void Deliver(string id) => _delivered.Add(id);

    private void Keep(JsonElement raw, string? problem)
    {
        Assert.NotEmpty(Encoding.UTF8.GetBytes(raw.GetRawText()));
        _delivered.Add($"kept: {problem}");
    }
}
