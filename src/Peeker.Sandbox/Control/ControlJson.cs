using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Sandbox.Http;

namespace Peeker.Sandbox.Control;

/// <summary>JSON of the control surface: named like the API's, and strict, so that a slip of the pen is an error.</summary>
internal static class ControlJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static byte[] Data(object value) => JsonSerializer.SerializeToUtf8Bytes(new { Data = value }, Options);

    public static T Read<T>(ReadOnlyMemory<byte> body)
    {
        try
        {
            var read = JsonSerializer.Deserialize<T>(body.Span, Options) ?? throw new JsonException();
            foreach (var member in typeof(T).GetProperties().Where(member => member.IsDefined(typeof(RequiredMemberAttribute), false) && member.GetValue(read) is null))
                throw Fault.Invalid(JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name), $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name)} must not be null.");
            return read;
        }
        catch (JsonException unfit)
        {
            var field = unfit.Path is { Length: > 2 } path ? path[2..] : null;
            throw new Fault(400, ErrorCode.InvalidRequest, $"The body does not fit; its members are {string.Join(", ", Members(typeof(T)))}.", field);
        }
    }

    private static IEnumerable<string> Members(Type type) => type.GetProperties().Where(member => member.CanWrite).Select(member => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name));
}
