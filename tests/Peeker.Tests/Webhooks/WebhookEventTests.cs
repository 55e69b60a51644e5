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

    [Theory]
    [InlineData("""{"id":"ord_1","status":"completed","domain_count":"two"}""", "The member 'data.domain_count' should be a 32-bit integer, and is a string.")]
    [InlineData("""{"id":"ord_1","status":"completed"}""", "The member 'data.domain_count' is required and missing.")]
    [InlineData("""{"id":"ord_1","status":{"code":"completed"},"domain_count":2}""", "The member 'data.status' should be a string, and is an object.")]
    [InlineData("""{"id":"ord_1","status":"completed","domain_count":2,"user_id":"\ud800"}""", "The member 'data.user_id' holds text that is no Unicode.")]
    [InlineData("""["ord_1"]""", "The member 'data' should be an object, and is an array.")]
    public void A_known_event_that_no_longer_fits_is_kept_whole_and_says_why(string data, string problem)
    {
        var json = $$"""  {"id":"evt_1","type":"order.completed","created_at":"2026-05-08T12:14:33Z","data":{{data}},"new":1}  """;
        var parsed = Assert.IsType<UnknownEvent>(WebhookEvent.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(("evt_1", WebhookEventType.OrderCompleted, true, problem), (parsed.Id, parsed.Type, parsed.IsKnownType, parsed.Problem));
        Assert.Equal(json.Trim(), parsed.Raw.GetRawText());
        Assert.Equal(data[0] == '{' ? "ord_1" : null, parsed.ResourceId);
        Assert.Equal(problem, Assert.IsType<UnknownEvent>(JsonSerializer.Deserialize<WebhookEvent>(json)).Problem);
    }

    [Fact]
    public void A_known_event_without_its_data_is_kept()
    {
        var parsed = Assert.IsType<UnknownEvent>(WebhookEvent.Parse("""{"id":"evt_1","type":"swap.failed","created_at":"2026-05-08T12:14:33Z"}"""u8));
        Assert.Equal("The member 'data' is required and missing.", parsed.Problem);
        Assert.Null(parsed.ResourceId);
    }

    [Fact]
    public void What_is_no_event_can_be_told_without_an_exception()
    {
        Assert.False(WebhookEvent.TryParse("{}"u8, out var parsed));
        Assert.Null(parsed);
        Assert.False(WebhookEvent.TryParse("""{"id":"evt_1","type":"order.completed","created_at":"2026-05-08T12:14:33Z","data":{"""u8, out _));
        Assert.True(WebhookEvent.TryParse("""{"id":"evt_1","type":"new.kind","created_at":"2026-05-08T12:14:33Z"}"""u8, out parsed));
        Assert.Equal((false, null), (Assert.IsType<UnknownEvent>(parsed).IsKnownType, ((UnknownEvent)parsed).Problem));
    }

    [Fact]
    public void A_switch_reads_well()
    {
        Assert.Equal("ord_1 is complete", Tell("""{"id":"evt_1","type":"order.completed","created_at":"2026-05-08T12:14:33Z","data":{"id":"ord_1","status":"completed","domain_count":2}}"""));
        Assert.Equal("look at ord_1", Tell("""{"id":"evt_1","type":"order.completed","created_at":"2026-05-08T12:14:33Z","data":{"id":"ord_1"}}"""));
        Assert.Equal("news", Tell("""{"id":"evt_1","type":"new.kind","created_at":"2026-05-08T12:14:33Z"}"""));

        static string Tell(string json)
        {
            switch (WebhookEvent.Parse(Encoding.UTF8.GetBytes(json)))
            {
                case OrderCompleted { Data: var order }: return $"{order.Id} is complete";
                case UnknownEvent { IsKnownType: true, ResourceId: var id }: return $"look at {id}";
                default: return "news";
            }
        }
    }

    [Fact]
    public void A_newer_payload_may_be_nested_deeply()
    {
        var json = $$"""{"id":"evt_1","type":"brand.new","created_at":"2026-05-08T12:00:00Z","data":{{new string('[', 400)}}{{new string(']', 400)}}}""";
        var unknown = Assert.IsType<UnknownEvent>(WebhookEvent.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal("brand.new", unknown.Type.Value);
        Assert.Null(unknown.ResourceId);
    }

    [Fact]
    public void A_type_that_stands_twice_is_the_first_throughout()
    {
        var unknown = Assert.IsType<UnknownEvent>(WebhookEvent.Parse("""{"id":"evt_1","type":"brand.new","created_at":"2026-05-08T12:00:00Z","data":{},"type":"order.completed"}"""u8));
        Assert.Equal(("brand.new", false), (unknown.Type.Value, unknown.IsKnownType));
    }

    [Theory]
    [InlineData(" ", "secret")]
    [InlineData("live", " ")]
    [InlineData("", "secret")]
    [InlineData("live", "")]
    public void A_secret_that_is_blank_is_none(string label, string value) => Assert.Throws<ArgumentException>(() => new WebhookSecret(label, value));
}
