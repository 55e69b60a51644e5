namespace Peeker;

/// <summary>The sentences of every problem. None repeats the text, but for a root under a suffix that is listed.</summary>
internal static class DomainNameProblems
{
    public static readonly DomainNameProblem Empty = new(DomainNameProblemCode.Empty, "The name of the domain is empty.", "Give a root domain, such as acme.com.");

    public static readonly DomainNameProblem TooLong =
        new(DomainNameProblemCode.TooLong, "The name of the domain has more than 253 characters, with other scripts as A-labels.", "Give a shorter one.");

    public static readonly DomainNameProblem IpAddress =
        new(DomainNameProblemCode.IpAddress, "This is an IP address, or ends in a number as one does.", "Give a root domain, such as acme.com, not an address.");

    public static readonly DomainNameProblem EmptyLabel =
        new(DomainNameProblemCode.EmptyLabel, "The name of the domain starts with a dot, or has two dots in a row.", "Put one dot between labels; one at the end may stay.");

    public static readonly DomainNameProblem BadHyphen =
        new(DomainNameProblemCode.BadHyphen, "A label starts or ends with a hyphen, or has hyphens in its third and fourth place.", "Give the name without them; registries refuse it.");

    public static readonly DomainNameProblem BadALabel =
        new(DomainNameProblemCode.BadALabel, "A label starts with xn-- and stands for no text that a name can hold.", "Give the name in its own script, or copy the A-label from the registrar.");

    public static readonly DomainNameProblem LabelTooLong =
        new(DomainNameProblemCode.LabelTooLong, "A label has more than 63 characters, with other scripts as A-labels.", "Give a shorter one; a label is what stands between two dots.");

    public static readonly DomainNameProblem PublicSuffix =
        new(DomainNameProblemCode.PublicSuffix, "This is a public suffix, under which names are registered.", "Give a name under it: acme.com, not com.");

    public static DomainNameProblem BadCharacter(int point) => new(
        DomainNameProblemCode.BadCharacter,
        $"A domain name cannot hold U+{point:X4}, or not at this place.",
        point switch
        {
            '@' => "Give the part after the @ only.",
            '/' or ':' or '?' or '#' => "Give the host alone, without scheme, port and path.",
            '*' => "Give the root domain; what is under it is covered.",
            0x3002 or 0xFF0E or 0xFF61 => "Write the dot as a full stop, U+002E.",
            _ => "Names are made of letters, digits, hyphens and dots; leave out everything else, spaces too.",
        });

    public static DomainNameProblem Ambiguous(string? suggestion, bool isListed) => new(
        DomainNameProblemCode.Ambiguous,
        "The name holds a character that languages turn into different names: \u00DF, \u03C2, i with a dot above, or an invisible joiner.",
        suggestion is null ? "Write i or \u0131, whichever is meant." : $"Write {(isListed ? suggestion : "the A-label")}, if the character is meant, or spell the name without it.",
        suggestion);

    public static DomainNameProblem Subdomain(string root, bool isListed) =>
        new(DomainNameProblemCode.Subdomain, "This is a subdomain; only root domains are taken.", isListed ? $"Give the root, {root}." : "Give the root: the last label and the one before it.", root);
}
