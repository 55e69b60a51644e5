namespace Peeker.Cli.Domains;

/// <summary>What is known of a name of the input: the API's row, or why there is none.</summary>
/// <param name="Domain">The name as it was asked, or the text that is no name. It identifies the row.</param>
internal sealed record NameRow(string Domain)
{
    public AvailabilityRow? Availability { get; init; }

    /// <summary>What is wrong, as a word for programs.</summary>
    public string? Problem { get; init; }

    /// <summary>What is wrong and what to do, for a person.</summary>
    public string? Message { get; init; }

    public static NameRow Of(string text, DomainNameProblem problem) =>
        new(text) { Problem = Word(problem.Code.ToString()), Message = $"{problem.Message} {problem.Remedy}" };

    // As the API writes its words: BadCharacter is bad_character.
    private static string Word(string name) => string.Concat(name.Select((letter, index) => char.IsAsciiLetterUpper(letter) ? $"{(index == 0 ? "" : "_")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
