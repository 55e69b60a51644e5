using System.Globalization;
using System.Text;
using System.Text.Json;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Webhooks;

/// <summary>openapi/vectors/event-parsing.json: what is read from a delivery, in every language.</summary>
public class EventVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("event-parsing.json");

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_read_as_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var expected = vector.GetProperty("expect");
        var read = WebhookEvent.TryParse(Encoding.UTF8.GetBytes(vector.GetProperty("input").GetProperty("text").GetString()!), out var parsed);
        if (expected.TryGetProperty("refused", out var refused))
        {
            Assert.Equal(refused.GetBoolean(), !read);
            return;
        }

        Assert.True(read);
        Assert.Equal(
            (Text("event"), Text("id"), Text("type"), Text("created_at"), Text("resource_id"), expected.GetProperty("position").GetInt64(), Text("at_fault")),
            (KindOf(parsed!), parsed!.Id, parsed.Type.Value, parsed.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture), parsed.ResourceId, parsed.Position,
                (parsed as UnknownEvent)?.Problem?.Split('\'')[1]));

        string? Text(string member) => expected.GetProperty(member).GetString();
    }

    private static string KindOf(WebhookEvent parsed) => parsed is not UnknownEvent unknown ? "known" : unknown.IsKnownType ? "unfit" : "unknown";
}
