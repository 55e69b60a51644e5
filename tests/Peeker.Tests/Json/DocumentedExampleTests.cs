using System.Text.Json.Nodes;
using Peeker.Tests.Specification;

namespace Peeker.Tests.Json;

public class DocumentedExampleTests
{
    // Nothing a reader may touch: a date with an odd offset, trailing zeros, more digits than a double has.
    private const string Unknown = """{"at":"2026-05-08T12:00:00.0000000+02:00","rate":1.10,"exact":0.1234567890123456789,"list":[null,true,{"n":-0.5}]}""";

    public static TheoryData<int, string, JsonPath> Examples()
    {
        var data = new TheoryData<int, string, JsonPath>();
        for (var index = 0; index < DocumentedExample.All.Count; index++)
        {
            foreach (var path in Enum.GetValues<JsonPath>()) data.Add(index, DocumentedExample.All[index].Place, path);
        }

        return data;
    }

    [Fact]
    public void Every_operation_and_event_is_there_to_be_tested()
    {
        var places = DocumentedExample.All.Select(example => example.Place.Split(' ')[0]).ToHashSet();
        Assert.All(SpecificationDocument.Operations, operation => Assert.Contains(operation.Operation["operationId"]!.GetValue<string>(), places));
        Assert.Equal(18, DocumentedExample.All.Count(example => typeof(WebhookEvent).IsAssignableFrom(example.Model)));
        Assert.True(DocumentedExample.All.Count > 90, $"Only {DocumentedExample.All.Count} examples were found.");
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads_and_writes_back_to_the_same_json(int index, string place, JsonPath path)
    {
        var (_, model, json) = DocumentedExample.All[index];
        Assert.NotNull(place);
        SameJson.Assert(json, ModelJson.Write(path, model, ModelJson.Read(path, model, json.ToJsonString())));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Keeps_members_that_are_not_known_wherever_they_stand(int index, string place, JsonPath path)
    {
        var (_, model, original) = DocumentedExample.All[index];
        Assert.NotNull(place);
        var json = original.DeepClone();
        var added = Grow(json);
        Assert.True(added > 0);
        var written = ModelJson.Write(path, model, ModelJson.Read(path, model, json.ToJsonString()));
        SameJson.Assert(json, written);
        Assert.Equal(added, written.Split("0.1234567890123456789").Length - 1);
        Assert.Equal(added, written.Split("1.10").Length - 1);
    }

    private static int Grow(JsonNode? node)
    {
        var added = 0;
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, value) in members.ToArray()) added += Grow(value);
                members["not_known_yet"] = JsonNode.Parse(Unknown);
                return added + 1;
            case JsonArray items:
                return items.Sum(Grow);
            default:
                return 0;
        }
    }
}
