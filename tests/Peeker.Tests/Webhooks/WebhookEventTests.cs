using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Tests.Json;
using Peeker.Tests.Specification;

namespace Peeker.Tests.Webhooks;

public class WebhookEventTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Types()
    {
        var data = new TheoryData<string>();
        foreach (var (type, _) in (JsonObject)SpecificationDocument.Root["x-webhooks"]!) data.Add(type);
        return data;
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_documented_event_has_its_type(string type)
    {
        var name = string.Concat(type.Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        var example = SpecificationDocument.Schemas[name]!["example"]!;
        var parsed = WebhookEvent.Parse(Encoding.UTF8.GetBytes(example.ToJsonString()));
        Assert.Equal(name, parsed.GetType().Name);
        Assert.Equal(type, parsed.Type.Value);
        SameJson.Assert(example, JsonSerializer.Serialize(parsed));
        SameJson.Assert(example, Newtonsoft.Json.JsonConvert.SerializeObject(parsed));
    }

    [Fact]
    public void There_are_eighteen() => Assert.Equal(18, Types().Count);

    [Fact]
    public void A_nineteenth_is_kept_whole()
    {
        const string json = """{"type":"inbox.warmed","id":"evt_1","created_at":"2026-05-08T12:14:33Z","data":{"at":"2026-05-08T12:14:33.000+00:00","n":1.10}}""";
        var parsed = Assert.IsType<UnknownEvent>(WebhookEvent.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(("evt_1", "inbox.warmed", false), (parsed.Id, parsed.Type.Value, parsed.Type.IsKnown));
        Assert.Equal(json, JsonSerializer.Serialize<WebhookEvent>(parsed, Relaxed));
    }

    [Fact]
    public void A_pattern_takes_the_resource_out()
    {
        const string json = """{"id":"evt_01HZX0EV2A2B3C4D5E6F7G8H","type":"order.completed","created_at":"2026-05-08T12:14:33Z","data":{"id":"ord_1","status":"completed","domain_count":2}}""";
        Assert.True(WebhookEvent.Parse(Encoding.UTF8.GetBytes(json)) is OrderCompleted { Data: { Id: "ord_1", DomainCount: 2, Costs: null } });
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"id":"\ud800","type":"order.completed","created_at":"2026-05-08T12:14:33Z","data":{"id":"ord_1","status":"completed","domain_count":2}}""")]
    [InlineData("")]
    [InlineData("""{"id":"evt_1","created_at":"2026-05-08T12:14:33Z"}""")]
    [InlineData("""{"id":"evt_1","type":7,"created_at":"2026-05-08T12:14:33Z"}""")]
    [InlineData("""{"type":"new.kind","created_at":"2026-05-08T12:14:33Z"}""")]
    public void What_is_no_event_is_refused_with_one_kind_of_exception(string json) =>
        Assert.ThrowsAny<JsonException>(() => WebhookEvent.Parse(Encoding.UTF8.GetBytes(json)));
}
