namespace Peeker;

/// <summary>What can be wrong with the name of a root domain. Only the first problem is told, in the order of docs/domain-names.md.</summary>
public enum DomainNameProblemCode
{
    /// <summary>There is no text, or nothing but a dot.</summary>
    Empty = 1,

    /// <summary>The name has more than 253 characters, with A-labels counted as they are written.</summary>
    TooLong,

    /// <summary>It is an IP address, or ends in a number as one does.</summary>
    IpAddress,

    /// <summary>A character that no domain name may have, or not at this place.</summary>
    BadCharacter,

    /// <summary>Two dots in a row, or a dot at the start.</summary>
    EmptyLabel,

    /// <summary>A label starts or ends with a hyphen, or has two hyphens in its third and fourth place and is no A-label.</summary>
    BadHyphen,

    /// <summary>A label starts with <c>xn--</c> and is not the A-label of a text that a name can hold.</summary>
    BadALabel,

    /// <summary>A label has more than 63 characters, with A-labels counted as they are written.</summary>
    LabelTooLong,

    /// <summary>The name is a public suffix, such as <c>com</c> or <c>co.uk</c>: names are registered under it.</summary>
    PublicSuffix,

    /// <summary>
    /// A character that programming languages turn into different names: ß, ς, i with a dot above, and the invisible joiners. The root to write instead, in A-labels,
    /// is in <see cref="DomainNameProblem.Suggestion"/>, but for the i.
    /// </summary>
    Ambiguous,

    /// <summary>The name is a subdomain, such as <c>mail.acme.com</c>; the root is in <see cref="DomainNameProblem.Suggestion"/>.</summary>
    Subdomain,
}
