using System.Collections;
using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Peeker.Http;
using Peeker.Json;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Json;

/// <summary>openapi/vectors/model-round-trip.json: what a model makes of a body, in every language.</summary>
public class RoundTripVectorTests
{
    private static readonly JsonElement Models = JsonDocument.Parse(Vectors.Text("model-round-trip.json")).RootElement.GetProperty("models");
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("model-round-trip.json");

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_comes_back_as_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var (input, expected) = (vector.GetProperty("input"), vector.GetProperty("expect"));
        var model = ModelOf(input.GetProperty("model").GetString()!);
        if (expected.TryGetProperty("at_fault", out var member))
        {
            Assert.Equal(member.GetString(), MemberAtFault(model, input.GetProperty("text").GetString()!));
            return;
        }

        var read = ModelJson.Read(JsonPath.Wire, model, input.GetProperty("text").GetString()!);
        Assert.Equal(expected.GetProperty("text").GetString(), ModelJson.Write(JsonPath.Wire, model, read));
        Assert.Equal(expected.GetProperty("unknown").EnumerateArray().Select(path => path.GetString()), Unknown(read, "").Order(StringComparer.Ordinal));
    }

    private static string? MemberAtFault(Type model, string text) =>
        (string?)typeof(RoundTripVectorTests).GetMethod(nameof(ReadAnswer), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(model).Invoke(null, [text]);

    private static string? ReadAnswer<T>(string text)
        where T : IWire<T>
    {
        var answer = new Answer(new("Test_Operation", HttpMethod.Get, "/test", Replay.Safe), HttpStatusCode.OK, null, null, Encoding.UTF8.GetBytes(text));
        return Assert.Throws<PeekerResponseException>(() => AnswerReader.Read((ref Utf8JsonReader reader) => T.Read(ref reader), answer)).Member;
    }

    private static Type ModelOf(string name)
    {
        if (typeof(PeekerClient).Assembly.GetType($"Peeker.{name}") is { } model) return model;
        var rows = Models.GetProperty(name).GetProperty("data").GetString()!;
        return typeof(Page<>).MakeGenericType(ModelOf(rows["required list of ".Length..]));
    }

    private static IEnumerable<string> Unknown(object? value, string path)
    {
        if (value is OrderDomain union) value = union.AsObject;
        if (value is null or string) return [];
        if (value is IEnumerable items and not IReadOnlyDictionary<string, JsonElement>) return items.Cast<object>().SelectMany((item, index) => Unknown(item, $"{path}[{index}]"));
        if (value.GetType().Assembly != typeof(PeekerClient).Assembly) return [];
        return value.GetType().GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod!.IsStatic == false).SelectMany(property => property.Name == "AdditionalMembers"
            ? (property.GetValue(value) as IReadOnlyDictionary<string, JsonElement> ?? new Dictionary<string, JsonElement>()).Keys.Select(name => Joined(path, name))
            : Unknown(property.GetValue(value), Joined(path, JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))));
    }

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
