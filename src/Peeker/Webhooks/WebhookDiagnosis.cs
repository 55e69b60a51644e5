namespace Peeker;

/// <summary>What a <see cref="WebhookDiagnostic"/> found. Holds no secret and nothing of the body.</summary>
/// <param name="Cause">The likely cause.</param>
/// <param name="Failure">What a verifier says of the delivery.</param>
/// <param name="Explanation">The cause and the remedy in words, for a person.</param>
public sealed record WebhookDiagnosis(WebhookCause Cause, WebhookFailure Failure, string Explanation)
{
    /// <summary>The label of the secret that matched; null when none did.</summary>
    public string? SecretLabel { get; init; }

    /// <summary>How much later it was by the receiver's clock than by the timestamp; negative when earlier. Null when the signature was not found right.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>The cause and its explanation.</summary>
    public override string ToString() => $"{Cause}: {Explanation}";
}
