namespace Peeker;

/// <summary>Why a delivery was not accepted.</summary>
public enum WebhookFailure
{
    /// <summary>It was accepted.</summary>
    None,

    /// <summary>The verifier holds no secret, so nothing can be trusted.</summary>
    NoSecret,

    /// <summary>There is no <c>Peeker-Timestamp</c>.</summary>
    MissingTimestamp,

    /// <summary>The timestamp is not a whole number of seconds.</summary>
    MalformedTimestamp,

    /// <summary>There is no <c>Peeker-Signature</c>.</summary>
    MissingSignature,

    /// <summary>No part of the signature header is <c>v1=</c> and 64 hexadecimal digits. Of more than 16 such parts, the first 16 are looked at.</summary>
    MalformedSignature,

    /// <summary>No signature matches the body under any of the secrets.</summary>
    SignatureMismatch,

    /// <summary>The signature is right, and the timestamp is further in the past than the tolerance allows.</summary>
    TimestampTooOld,

    /// <summary>The signature is right, and the timestamp is further in the future than the tolerance allows.</summary>
    TimestampInFuture,

    /// <summary>The check itself could not be made: the platform's cryptography or the clock failed. Nothing is said about the delivery; let it come again.</summary>
    CheckFailed,
}
