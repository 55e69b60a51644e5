namespace Peeker;

/// <summary>What a <see cref="WebhookVerifier"/> found.</summary>
/// <param name="Failure">Why the delivery was not accepted, or <see cref="WebhookFailure.None"/>.</param>
/// <param name="SecretLabel">The label of the secret that matched; null when none did.</param>
public readonly record struct WebhookVerification(WebhookFailure Failure, string? SecretLabel)
{
    /// <summary>Whether the body may be trusted. False for <c>default</c>, which no secret matched.</summary>
    public bool IsValid => Failure == WebhookFailure.None && SecretLabel is not null;
}
