using Newtonsoft.Json.Linq;
using Peeker.Generator.Diff;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Tests.Diff;

/// <summary>Kinds of change that the history has no example of, made in the small specification.</summary>
public sealed class ChangeTests
{
    private static readonly string Small = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "small.yaml"));

    [Theory]
    // Members: which way they travel decides.
    [InlineData("    NoteCreate:", "weight: {", "size: { type: string }\n        weight: {", "Additive NoteCreate.Size")]
    [InlineData("    NoteCreate:", "[note, token]", "[note, token, weight]", "Breaking NoteCreate.Weight")]
    [InlineData("    NoteCreate:", "[note, token]", "[note]", "Additive NoteCreate.Token")]
    [InlineData("    Note:", "id, note, weight,", "id, note,", "Breaking Note.Weight")]
    [InlineData("    Note:", "lines]", "lines, seen_at]", "Breaking Note.SeenAt")]
    [InlineData("    Note:", "tags: { type: array", "size: { type: string }\n        tags: { type: array", "Additive Note.Size")]
    [InlineData("    Note:", "format: int32, description", "format: int64, description", "Breaking Note.Weight")]
    [InlineData("    Note:", "date-time, nullable: true,", "date-time,", "Breaking Note.DueAt")]
    [InlineData("    Note:", "email, nullable: true,", "email,", "Additive Note.Author")]
    [InlineData("    Note:", "{ type: boolean, ", "{ type: boolean, nullable: true, ", "Breaking Note.Done")]
    [InlineData("    NoteCreate:", "x-sensitive: secret }", "x-sensitive: secret, nullable: true }", "Additive NoteCreate.Token")]
    [InlineData("    NoteCreate:", "default: 1 }", "default: 1, nullable: true }", "Breaking NoteCreate.Weight")]
    // Limits and defaults.
    [InlineData("    Note:", "minimum: 1, maximum: 9", "minimum: 2, maximum: 8", "Wording Note.Weight", "Wording Note.Weight")]
    [InlineData("    NoteCreate:", "maxLength: 100", "maxLength: 99", "Breaking NoteCreate.Note")]
    [InlineData("    NoteCreate:", "minLength: 1, ", "", "Additive NoteCreate.Note")]
    [InlineData("    NoteCreate:", "maxItems: 25", "maxItems: 26", "Additive NoteCreate.Tags")]
    [InlineData("    NoteCreate:", ", maxItems: 25", "", "Breaking NoteCreate.Tags")]
    [InlineData("    NoteCreate:", "default: 1", "default: 2", "Breaking NoteCreate.Weight")]
    [InlineData("    NoteCreate:", "x-sensitive: secret", "x-sensitive: personal", "Breaking NoteCreate.Token")]
    // Values, unions, types.
    [InlineData("", "[red, dark_blue]", "[red, dark_blue, green]", "Additive Color.Green")]
    [InlineData("", "[red, dark_blue]", "[red]", "Breaking Color.DarkBlue")]
    [InlineData("", "        - { type: string, maxLength: 0 }\n", "", "Breaking SequencerClientId")]
    [InlineData("", "        - { type: string, maxLength: 0 }\n", "        - { type: string, maxLength: 0 }\n        - { type: boolean }\n", "Additive SequencerClientId")]
    [InlineData("", "    Line:", "    Dot:\n      type: object\n      properties: { x: { type: string } }\n    Line:", "Additive Dot")]
    // Operations.
    [InlineData("", "operationId: Jobs_Find", "operationId: Jobs_Seek", "Breaking Jobs.SeekAsync")]
    [InlineData("", "/jobs/{id}/cancel:", "/jobs/{id}/end:", "Additive Jobs.CancelAsync")]
    [InlineData("", "x-preset: limited", "x-preset: full", "Breaking Jobs.CancelAsync")]
    [InlineData("", "x-preset: limited", "x-preset: read", "Additive Jobs.CancelAsync")]
    [InlineData("", "x-replay: same-body", "x-replay: unsafe", "Breaking Notes.CreateAsync")]
    [InlineData("", "x-replay: same-body", "x-replay: safe", "Additive Notes.CreateAsync")]
    [InlineData("", "x-poll-seconds: 10", "x-poll-seconds: 20", "Additive Jobs.GetAsync")]
    [InlineData("", "done: completed, ", "", "Breaking Jobs.GetAsync")]
    [InlineData("", "x-result-kind: page", "x-result-kind: page\n      x-query: NotesQuery", "Breaking Notes.ListAsync")]
    [InlineData("", "        required: false", "        required: true", "Breaking Jobs.CancelAsync")]
    [InlineData("", "        '404': { $ref: '#/components/responses/Error' }\n", "", "Wording Notes.UpdateAsync")]
    [InlineData("", "        '429':", "        '409': { $ref: '#/components/responses/Error' }\n        '429':", "Additive Notes.ListAsync")]
    // A filter of a list is a member of its query; elsewhere a parameter is an argument.
    [InlineData("", "        - name: color", "        - { name: size, in: query, schema: { type: string } }\n        - name: color", "Additive Notes.ListAsync")]
    [InlineData("", "        - name: limit", "        - { name: size, in: query, schema: { type: string } }\n        - name: limit", "Breaking Jobs.FindAsync")]
    [InlineData("", "          description: How many.\n", "          description: How many.\n          required: true\n", "Breaking Jobs.FindAsync(limit)")]
    [InlineData("", "explode: false", "explode: true", "Breaking Jobs.FindAsync(notes)")]
    [InlineData("", "pattern: ^note_.+ }\n    JobId", "pattern: ^nte_.+ }\n    JobId", "Breaking Notes.UpdateAsync(id)")]
    // Envelopes are read by code written by hand.
    [InlineData("    NotePage:", "required: [data, links]", "required: [data]", "Breaking NotePage")]
    [InlineData("    NotePage:", "schemas/Note'", "schemas/Line'", "Breaking NotePage")]
    [InlineData("    NoteEnvelope:", "schemas/Note'", "schemas/Line'", "Breaking NoteEnvelope")]
    [InlineData("    NoteEnvelope:", "description: The note.", "description: One note.", "Wording NoteEnvelope")]
    [InlineData("", "summary: Find a job", "summary: Find a job\n      deprecated: true", "Additive Jobs.FindAsync")]
    [InlineData("", "headers: { Peeker-Request-Id: { $ref: '#/components/headers/RequestId' } }", "headers: { Peeker-Request-Id: { $ref: '#/components/headers/RequestId' }, Peeker-Quota: { schema: { type: string } } }", "Additive Notes.ListAsync")]
    // Events and errors.
    [InlineData("", "x-event-rank: 1", "x-event-rank: 2", "Additive JobDone.Data")]
    [InlineData("", "status: 404", "status: 410", "Breaking not_found")]
    [InlineData("", "remedy: Look again.", "remedy: Look elsewhere.", "Wording not_found")]
    // Texts.
    [InlineData("", "summary: Find a job", "summary: Find the job", "Wording Jobs.FindAsync")]
    [InlineData("    Note:", "description: What it costs.", "description: The cost.", "Wording Note.Cents")]
    [InlineData("", "example: { author: null }", "example: { note: null }", "Wording Notes.UpdateAsync")]
    [InlineData("", "title: Small", "title: Smaller", "Wording the document")]
    // What no rule knows is never called harmless.
    [InlineData("    Note:", "{ type: boolean, ", "{ type: boolean, readOnly: true, ", "Breaking Note.Done")]
    public void A_change_is_classified(string after, string now, string then, params string[] expected) =>
        Assert.Equal(expected, Of(Small, Edit.Replace(Small, now, then, after)).Select(change => $"{change.Class} {change.Where}"));

    [Fact]
    public void Of_an_optional_member_that_is_only_received_nothing_is_said_to_be_sent()
    {
        var change = Assert.Single(Of(Small, Edit.Replace(Small, "seen_at: { type: string, format: date-time,", "seen_at: { type: string, format: date-time, nullable: true,", "    Note:")));
        Assert.Equal((ChangeClass.Additive, "it may be null as well as absent; both are read as null"), (change.Class, change.What));
    }

    [Fact]
    public void No_change_of_a_value_passes_in_silence()
    {
        var leaves = Specification.Parse(Small).Root.Descendants().OfType<JValue>().Select(leaf => leaf.Path).ToList();
        Assert.True(leaves.Count > 400, $"{leaves.Count} values");
        var old = Specification.Parse(Small);
        var silent = new List<string>();
        foreach (var path in leaves)
        {
            var changed = Specification.Parse(Small);
            var leaf = (JValue)changed.Root.SelectToken(path)!;
            leaf.Value = leaf.Value switch { long number => number + 1, bool truth => !truth, string text => text + "x", _ => "x" };
            var found = DocumentDiff.Of(old, changed);
            // Only of these the document as a whole is the place.
            var whole = path.Split('.')[0] is "openapi" or "info" or "tags[0]" or "tags[1]";
            if (found.Count == 0 || !whole && found.Any(change => change.Where == "the document")) silent.Add(path);
        }

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("0.9.1", true)]
    [InlineData("v0.9.1-preview.2", true)]
    [InlineData("1.0.0", false)]
    [InlineData("10.2.3", false)]
    public void Before_the_first_version_breaking_is_a_step_of_the_second_number(string? current, bool before) => Assert.Equal(before, VersionStep.IsBeforeFirst(current));

    [Theory]
    [InlineData(ChangeClass.Breaking, "minor", "major")]
    [InlineData(ChangeClass.Additive, "patch", "minor")]
    [InlineData(ChangeClass.Wording, "patch", "patch")]
    public void The_gravest_change_decides_the_step(object gravest, string before, string after)
    {
        Change[] changes = [new(ChangeClass.Wording, "Changed", "a", "b", 1), new((ChangeClass)gravest, "Changed", "c", "d", 2)];
        Assert.Equal((before, after), (VersionStep.Of(changes, true), VersionStep.Of(changes, false)));
    }

    private static IReadOnlyList<Change> Of(string old, string now) => DocumentDiff.Of(Specification.Parse(old), Specification.Parse(now));
}
