namespace Peeker.Retry;

/// <summary>What a failed attempt says about the work it asked for.</summary>
internal enum FailureKind
{
    /// <summary>An answer that another attempt would get again, or a failure that is not the network's.</summary>
    Final,

    /// <summary>No byte of the request was sent.</summary>
    NotSent,

    /// <summary>Refused with 429; nothing was done.</summary>
    RateLimited,

    /// <summary>The API may have done the work or not: a broken connection, a timeout, a failing server.</summary>
    Ambiguous,

    /// <summary>The API says that it did the work, and its answer was cut short.</summary>
    AnswerLost,
}
