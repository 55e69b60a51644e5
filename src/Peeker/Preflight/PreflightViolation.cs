namespace Peeker;

/// <summary>A rule that an order breaks, in the words of the API. It holds nothing of the order's values, but for the root domain to write instead of a subdomain.</summary>
public sealed class PreflightViolation
{
    internal PreflightViolation(PreflightRule rule, ErrorCode code, string? field, string message, string remedy) =>
        (Rule, Code, Field, Message, Remedy) = (rule, code, field, message, remedy);

    /// <summary>The rule.</summary>
    public PreflightRule Rule { get; }

    /// <summary>The code of the error that the API would answer.</summary>
    public ErrorCode Code { get; }

    /// <summary>The path of the member, for example <c>personas[1].profile_picture_url</c>; null where the order as a whole is at fault.</summary>
    public string? Field { get; }

    /// <summary>What is wrong.</summary>
    public string Message { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>For <c>domain_count_mismatch</c>: how many domains are needed.</summary>
    public int? RequiredCount { get; internal init; }

    /// <summary>For <c>domain_count_mismatch</c>: how many there are.</summary>
    public int? SubmittedCount { get; internal init; }

    /// <summary>For <c>domain_count_mismatch</c>: how many are missing; 0 where there are too many.</summary>
    public int? MissingCount { get; internal init; }

    /// <summary>Message and remedy.</summary>
    public override string ToString() => $"{Message} {Remedy}";
}
