namespace Peeker;

/// <summary>The likely cause of a delivery's refusal.</summary>
public enum WebhookCause
{
    /// <summary>It is not refused.</summary>
    None,

    /// <summary>There is no secret to check with.</summary>
    NoSecret,

    /// <summary>A header is missing: the request is not Peeker's, or something on the way took it out.</summary>
    MissingHeader,

    /// <summary>A header cannot be read, in any of the forms tried.</summary>
    MalformedHeader,

    /// <summary>The signature is right, and the clocks differ or the delivery was kept too long.</summary>
    ClockSkew,

    /// <summary>A secret of another environment or endpoint signed it, for example the sandbox's instead of the live one.</summary>
    MixedUpSecret,

    /// <summary>The secret has white space or quotes around it that do not belong to it.</summary>
    DecoratedSecret,

    /// <summary>The body was parsed and written again: the same JSON in other bytes.</summary>
    ReserialisedBody,

    /// <summary>The ends of the lines were changed between CRLF and LF.</summary>
    LineEndings,

    /// <summary>A line break or spaces at the end of the body were added or removed.</summary>
    FinalLineBreak,

    /// <summary>A byte order mark was added or removed.</summary>
    ByteOrderMark,

    /// <summary>The signature is right and written in another form, for example base64.</summary>
    AnotherSignatureForm,

    /// <summary>Something else than timestamp, dot and body was signed, or the key was made of the secret in another way.</summary>
    AnotherSignedString,

    /// <summary>Nothing that was tried matches; most likely the secret is of another endpoint or was replaced.</summary>
    WrongSecret,
}
