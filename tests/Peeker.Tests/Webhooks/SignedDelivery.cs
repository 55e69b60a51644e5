namespace Peeker.Tests.Webhooks;

/// <summary>A delivery and the secret it is checked with.</summary>
internal sealed record SignedDelivery(string Secret, string Timestamp, byte[] Body, string Signature)
{
    /// <summary>Of the secret, when it is used again and again.</summary>
    public WebhookVerifier? Verifier { get; init; }
}
