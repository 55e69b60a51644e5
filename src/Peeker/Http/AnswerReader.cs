using System.Text.Json;
using Peeker.Json;

namespace Peeker.Http;

/// <summary>Turns an answer into a resource or a typed exception.</summary>
internal static class AnswerReader
{
    /// <exception cref="PeekerResponseException">The body is not what the specification says.</exception>
    public static T Read<T>(WireReader<T> read, Answer answer)
    {
        var reader = new Utf8JsonReader(answer.Body.Span);
        try
        {
            reader.Read();
            var value = read(ref reader);
            reader.Read();
            return value;
        }
        catch (WireException wrong)
        {
            var place = WireLocation.At(answer.Body.Span, reader.BytesConsumed);
            var member = wrong.Member is null ? place : place.Length == 0 ? wrong.Member : $"{place}.{wrong.Member}";
            throw new PeekerResponseException($"the member '{member}' of the answer {wrong.Problem}", member, answer, wrong);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The reader throws the second for text that is no Unicode.
            var problem = answer.Body.IsEmpty ? "the answer is empty" : "the answer is not JSON, or was cut short";
            throw new PeekerResponseException(problem, null, answer, WithoutWords(malformed));
        }
    }

    // The reader quotes what it could not read.
    private static JsonException WithoutWords(Exception malformed) => malformed is JsonException { LineNumber: var line, BytePositionInLine: var position }
        ? new("The JSON is malformed.", path: null, line, position)
        : new("The JSON holds text that is no Unicode.");

    /// <summary>The documented envelope if there is one. A server that failed may answer with anything.</summary>
    public static PeekerException Error(Answer answer)
    {
        try
        {
            return PeekerApiException.From(answer, Read(Envelope.ReadError, answer));
        }
        catch (PeekerResponseException undocumented)
        {
            // These statuses mean one thing each, whoever wrote the body.
            return (int)answer.Status is >= 500 or 401 or 403 or 408 or 429 ? PeekerApiException.From(answer, null) : undocumented;
        }
    }
}
