namespace Peeker;

/// <summary>What <see cref="DomainCandidates"/> makes names of. The lists are in the order in which names are to come.</summary>
public sealed class DomainCandidateOptions
{
    /// <summary>Public suffixes, such as <c>com</c> or <c>co.uk</c>; com, net, org and co if not given, which is an assumption.</summary>
    public IReadOnlyList<string> Suffixes { get; init; } = ["com", "net", "org", "co"];

    /// <summary>Words put before the brand: letters, digits, and hyphens but at the start.</summary>
    public IReadOnlyList<string> Before { get; init; } = ["get", "try", "use", "go", "meet", "join", "with", "hello"];

    /// <summary>Words put after the brand: letters, digits, and hyphens but at the end.</summary>
    public IReadOnlyList<string> After { get; init; } = ["hq", "team", "mail", "app", "now", "labs", "group", "online"];

    internal void Validate()
    {
        Check(Suffixes, nameof(Suffixes), IsSuffix, "public suffixes, such as com or co.uk");
        Check(Before, nameof(Before), word => IsWord(word) && word[0] != '-', "words of letters, digits and hyphens that do not start with a hyphen");
        Check(After, nameof(After), word => IsWord(word) && word[^1] != '-', "words of letters, digits and hyphens that do not end in a hyphen");
    }

    private static void Check(IReadOnlyList<string> list, string name, Func<string, bool> fits, string what)
    {
        if (list is null || !list.All(item => !string.IsNullOrEmpty(item) && fits(item))) throw new ArgumentException($"{name} holds what no name can be made of. Give {what}.", name);
    }

    private static bool IsSuffix(string text) => !DomainName.TryParse(text, out _, out var problem) && problem.Code == DomainNameProblemCode.PublicSuffix;

    private static bool IsWord(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
