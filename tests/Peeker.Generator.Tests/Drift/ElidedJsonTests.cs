using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Peeker.Generator.Drift;

namespace Peeker.Generator.Tests.Drift;

public sealed class ElidedJsonTests
{
    [Theory]
    [InlineData("{ \"a\": 1, ... }", "{\"a\":1,\"…\":\"…\"}")]
    [InlineData("{ \"a\": 1\n  …\n \"b\": 2 }", "{\"a\":1,\"…\":\"…\",\"b\":2}")]
    [InlineData("{ \"a\": 1, // the first\n \"b\": 2 /* and last */ }", "{\"a\":1,\"b\":2}")]
    [InlineData("{ // ... as before\n \"b\": 2 }", "{\"…\":\"…\",\"b\":2}")]
    [InlineData("[ 1, ... ]", "[1,\"…\"]")]
    [InlineData("{ \"id\": <your-client>, \"u\": \"https://acme.com\" }", "{\"id\":\"…\",\"u\":\"https://acme.com\"}")]
    public void What_is_left_out_stays_readable(string text, string expected) => Assert.Equal(expected, ElidedJson.Read(text).ToString(Formatting.None));

    [Fact]
    public void A_line_is_that_of_the_page_also_after_a_comment()
    {
        var value = ElidedJson.Read("{\n  /* two\n lines */\n  \"a\": 1 }");
        Assert.Equal(4, ((IJsonLineInfo)((JObject)value).Property("a")!).LineNumber);
    }

    [Theory]
    [InlineData("{ \"a\": }")]
    [InlineData("{ \"a\": 1 } and more")]
    public void What_is_not_JSON_is_refused(string text) => Assert.ThrowsAny<JsonException>(() => ElidedJson.Read(text));
}
