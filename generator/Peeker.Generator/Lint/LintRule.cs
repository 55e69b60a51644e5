namespace Peeker.Generator.Lint;

/// <summary>A rule of ours. The ids are part of the JSON output, so they stay.</summary>
internal sealed record LintRule(string Id, string Remedy)
{
    // The document
    public static readonly LintRule Version = new("version", "Write openapi: '3.0.3'. Of 3.1 the generator drops meaning without a word.");
    public static readonly LintRule Reference = new("reference", "Refer to a node of this document that is there, as #/components/…");
    public static readonly LintRule Extension = new("extension", "Use a name of the table in openapi/README.md, or add it there and to the templates.");
    public static readonly LintRule Text = new("text", "Write one line without angle brackets, ampersands, and, where it becomes a string of C#, quotes or backslashes.");
    public static readonly LintRule Assumed = new("assumption", "Say what is assumed, and why, as one text.");

    public static readonly LintRule Document = new("document", "Say under servers where calls go, and under paths what can be called.");

    // Schemas
    public static readonly LintRule Limit = new("limit", "Write limits as numbers, the least below the most, patterns as regular expressions, and a default that fits its own schema.");
    public static readonly LintRule OneOf = new("one-of", "Name a schema with anyOf, and write its type by hand: the generator takes the first branch for the whole.");
    public static readonly LintRule Discriminator = new("discriminator", "Leave it out: it takes the member away from C#, and a value that is written back gets another type.");
    public static readonly LintRule AnyOf = new("any-of", "Move the union to a named schema that is written by hand and listed in HandWritten and in Peeker.Generator.targets.");
    public static readonly LintRule Inline = new("inline", "Move the object or the enum to components.schemas and refer to it, so that its class has a name of ours.");
    public static readonly LintRule ReferenceSibling = new("ref-sibling", "Wrap the reference in an allOf of one, and write the keywords beside that.");
    public static readonly LintRule AllOf = new("all-of", "Use allOf for one reference, or for an event: the base, then its data.");
    public static readonly LintRule Nullable = new("nullable", "Say nullable beside the type, in the schema that is referred to.");
    public static readonly LintRule Keyword31 = new("keyword-3.1", "Say it in the words of OpenAPI 3.0.");
    public static readonly LintRule AdditionalProperties = new("additional-properties", "Leave it out: members that are not known are kept anyway.");
    public static readonly LintRule Keyword = new("keyword", "Leave it out or say it in the description: nothing comes of this keyword.");
    public static readonly LintRule FormatUri = new("format-uri", "Write type: string with a pattern: addresses may be empty, and go out exactly as given.");
    public static readonly LintRule Type = new("type", "Use string, date-time, int32, int64, boolean, a named schema, or a list of strings or of named objects: the templates read nothing else.");
    public static readonly LintRule Enum = new("enum", "List different texts, and nothing else; for two numbers use minimum and maximum.");
    public static readonly LintRule UpdateDefault = new("update-default", "Leave the default out of the body of an update: what is left out keeps its value, and the templates send no default.");
    public static readonly LintRule MemberCount = new("member-count", "Split the object: the templates keep what was given in 64 bits.");
    public static readonly LintRule Name = new("name", "Choose a name that makes a different identifier of C#.");
    public static readonly LintRule Required = new("required", "Name members that the schema has.");
    public static readonly LintRule TriState = new("tri-state", "Add x-tri-state: true, so that null and absent differ.");
    public static readonly LintRule Sensitive = new("sensitive", "Write secret or personal.");
    public static readonly LintRule Envelope = new("envelope", "Mark exactly the payload, which is data, or error in the envelope of errors, with x-envelope: true.");

    // Operations
    public static readonly LintRule OperationId = new("operation-id", "Give each operation an id of its own: the tag, an underscore, and the method of C#.");
    public static readonly LintRule Tag = new("tag", "Give the operation one tag, that of its id, and list it under tags.");
    public static readonly LintRule OperationKeyword = new("operation-keyword", "Leave it out: the templates carry nothing of it.");
    public static readonly LintRule Status = new("status", "Write each status by itself: of a range comes code that does not compile, and default takes every other answer for an error.");
    public static readonly LintRule Success = new("success", "Give exactly one 2xx answer of JSON with a schema.");
    public static readonly LintRule Errors = new("errors", "Declare 401, 403, 429, 500 and 503, 400 where something is sent, 404 where the path has an id, each with ErrorEnvelope.");
    public static readonly LintRule RequestId = new("request-id", "Declare the header Peeker-Request-Id; every answer carries it.");
    public static readonly LintRule Example = new("example", "Add an example, from the documentation where it has one.");
    public static readonly LintRule Media = new("media", "Use application/json; the client sends and reads nothing else.");
    public static readonly LintRule Result = new("result", "Name in x-result the schema inside the envelope of the 2xx answer, and resource or page in x-result-kind.");
    public static readonly LintRule Replay = new("replay", "Say in x-replay whether a failed call may be sent again: safe, same-body with x-replay-pause-seconds, or unsafe; unless safe, say in x-outcome how to find out.");
    public static readonly LintRule Preset = new("preset", "Say in x-preset which preset of a key may call it: read, limited or full.");
    public static readonly LintRule Docs = new("docs", "Say in x-docs the path of the page on docs.peeker.ai.");
    public static readonly LintRule Polling = new("polling", "Write x-poll-seconds and x-ends together; each end is a documented status and completed, failed, action_required or cancelled.");
    public static readonly LintRule Parameter = new("parameter", "Use path parameters of the type string with a pattern as ^bun_.+, and query parameters of strings, whole numbers, booleans, enums, or a list of strings joined by commas (explode: false).");

    // Events and errors
    public static readonly LintRule Event = new("event", "List the event under x-webhooks and in WebhookEventType, and name its schema after it, with x-event and x-event-rank (1 to 15) on data and an example.");
    public static readonly LintRule ErrorCodes = new("error-codes", "List every code of ErrorCode once under x-errors, with status, meaning and remedy.");

    public static IReadOnlyList<LintRule> All { get; } = [.. typeof(LintRule).GetFields().Select(field => field.GetValue(null)).OfType<LintRule>()];
}
