using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Peeker.Tests.Specification;

namespace Peeker.Tests.Json;

public class NewtonsoftTests
{
    private const string Partner = """{"id":"org_1","name":"Acme","since":"2026-05-08T12:00:00.000+02:00","rate":0.1234567890123456789012345678,"big":12345678901234567890123}""";

    [Fact]
    public void Tokens_are_written_so_a_tree_can_be_made()
    {
        var tree = JObject.FromObject(JsonConvert.DeserializeObject<Partner>(Partner)!);
        Assert.Equal("org_1", (string?)tree["id"]);
        Assert.Equal(JTokenType.String, tree["since"]!.Type);
        Assert.Equal("2026-05-08T12:00:00.000+02:00", (string?)tree["since"]);
        Assert.Equal(0.1234567890123456789012345678m, (decimal)tree["rate"]!);
        Assert.Equal("12345678901234567890123", tree["big"]!.ToString());
    }

    [Fact]
    public void Unknown_members_are_not_touched_whatever_the_host_has_set()
    {
        var settings = new JsonSerializerSettings { DateParseHandling = DateParseHandling.DateTime, FloatParseHandling = FloatParseHandling.Double, Culture = new CultureInfo("de-DE") };
        SameJson.Assert(System.Text.Json.Nodes.JsonNode.Parse(Partner)!, JsonConvert.SerializeObject(JsonConvert.DeserializeObject<Partner>(Partner, settings), settings));
    }

    [Fact]
    public void The_reader_is_left_as_it_was_found_also_after_a_failure()
    {
        using var reader = new JsonTextReader(new StringReader("{\"partner\":{\"id\":7},\"at\":\"2026-05-08T12:00:00Z\"}"))
        {
            DateParseHandling = DateParseHandling.DateTimeOffset,
            FloatParseHandling = FloatParseHandling.Double,
        };
        while (reader.TokenType != JsonToken.StartObject || reader.Depth == 0) reader.Read();
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.CreateDefault().Deserialize<Partner>(reader));
        Assert.Equal((DateParseHandling.DateTimeOffset, FloatParseHandling.Double), (reader.DateParseHandling, reader.FloatParseHandling));
        while (reader.TokenType != JsonToken.Date && reader.Read())
        {
        }

        Assert.IsType<DateTimeOffset>(reader.Value);
    }

    [Fact]
    public void A_model_is_read_out_of_a_tree_and_out_of_the_middle_of_a_document()
    {
        var tree = JObject.Parse($$"""{"before":1,"partners":[{{Partner}},null],"after":2}""");
        Assert.Equal("Acme", tree["partners"]![0]!.ToObject<Partner>()!.Name);
        var holder = JsonConvert.DeserializeObject<Holder>(tree.ToString())!;
        Assert.Equal((1, "Acme", 2), (holder.Before, holder.Partners[0]!.Name, holder.After));
        Assert.Null(holder.Partners[1]);
    }

    [Theory]
    [InlineData("1e-30")]
    [InlineData("1e400")]
    [InlineData("0.12345678901234567890123456789012345")]
    public void A_number_no_decimal_holds_is_written_as_it_was_received(string number)
    {
        var model = System.Text.Json.JsonSerializer.Deserialize<Partner>($$"""{"id":"org_1","name":"Acme","n":{{number}}}""")!;
        Assert.Contains($"\"n\":{number}}}", JsonConvert.SerializeObject(model), StringComparison.Ordinal);
        Assert.Contains($"\"n\":{number}}}", System.Text.Json.JsonSerializer.Serialize(JObject.FromObject(model).ToObject<Partner>()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_member_is_named()
    {
        var thrown = Assert.Throws<JsonSerializationException>(() => JsonConvert.DeserializeObject<Partner>("""{"id":"org_1"}"""));
        Assert.Contains("'name'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_that_ends_early_is_refused() =>
        Assert.ThrowsAny<JsonException>(() => JsonConvert.DeserializeObject<Partner>("""{"id":"org_1","name":"Acme","x":["""));

    [Fact]
    public void Default_settings_of_the_host_change_nothing()
    {
        var before = JsonConvert.DefaultSettings;
        try
        {
            JsonConvert.DefaultSettings = () => new() { NullValueHandling = NullValueHandling.Ignore, DateFormatString = "yyyy", Formatting = Formatting.Indented };
            foreach (var example in DocumentedExample.All.Take(20))
                SameJson.Assert(example.Json, ModelJson.Write(JsonPath.Newtonsoft, example.Model, ModelJson.Read(JsonPath.Newtonsoft, example.Model, example.Json.ToJsonString())));
        }
        finally
        {
            JsonConvert.DefaultSettings = before;
        }
    }

    private sealed class Holder
    {
        public int Before { get; set; }

        public List<Partner?> Partners { get; set; } = [];

        public int After { get; set; }
    }
}
