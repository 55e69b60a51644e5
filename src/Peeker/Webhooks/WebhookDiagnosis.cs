namespace Peeker;

/// <summary>What a <see cref="WebhookDiagnostic"/> found. Holds no secret and nothing of the body.</summary>
public sealed class WebhookDiagnosis
{
    internal WebhookDiagnosis(WebhookCause cause, WebhookFailure failure, string explanation) => (Cause, Failure, Explanation) = (cause, failure, explanation);

    /// <summary>The likely cause.</summary>
    public WebhookCause Cause { get; }

    /// <summary>What a verifier says of the delivery.</summary>
    public WebhookFailure Failure { get; }

    /// <summary>The cause and the remedy in words, for a person.</summary>
    public string Explanation { get; }

    /// <summary>The label of the secret that matched; null when none did.</summary>
    public string? SecretLabel { get; init; }

    /// <summary>How much later it was by the receiver's clock than by the timestamp; negative when earlier. Null when the signature was not found right.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>The cause and its explanation.</summary>
    public override string ToString() => $"{Cause}: {Explanation}";
}
