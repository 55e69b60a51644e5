namespace Peeker;

/// <summary>Why a text is no root domain, and what to write instead.</summary>
/// <remarks>It repeats nothing of the text but what is checked to be a domain name, so that a key or an e-mail in the wrong place does not get into a log.</remarks>
public sealed class DomainNameProblem
{
    internal DomainNameProblem(DomainNameProblemCode code, string message, string remedy, string? suggestion = null) =>
        (Code, Message, Remedy, Suggestion) = (code, message, remedy, suggestion);

    /// <summary>What is wrong; branch on this.</summary>
    public DomainNameProblemCode Code { get; }

    /// <summary>What is wrong, in a sentence.</summary>
    public string Message { get; }

    /// <summary>What to do about it, in a sentence.</summary>
    public string Remedy { get; }

    /// <summary>
    /// The name to write instead, where there is one: the root of a <see cref="DomainNameProblemCode.Subdomain"/>, the root in A-labels of a name that is
    /// <see cref="DomainNameProblemCode.Ambiguous"/>. It can be read again. Null otherwise.
    /// </summary>
    public string? Suggestion { get; }

    /// <summary>The message and the remedy.</summary>
    public override string ToString() => $"{Message} {Remedy}";
}
