using System.Text.Json;
using Newtonsoft.Json;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Peeker.Tests.Json;

public class OpenEnumTests
{
    [Fact]
    public void Default_is_an_empty_value_that_is_not_known()
    {
        OrderStatus none = default;
        Assert.Equal(("", "", false), (none.Value, none.ToString(), none.IsKnown));
        Assert.Equal(new OrderStatus(""), none);
        Assert.Equal(new OrderStatus("").GetHashCode(), none.GetHashCode());
        Assert.Equal("\"\"", JsonSerializer.Serialize(none));
    }

    [Fact]
    public void Values_compare_by_their_text()
    {
        Assert.Equal(OrderStatus.Completed, new OrderStatus("completed"));
        Assert.NotEqual(OrderStatus.Completed, new OrderStatus("Completed"));
        Assert.True(OrderStatus.Completed.IsKnown);
        Assert.False(new OrderStatus("refunded").IsKnown);
        Assert.Throws<ArgumentNullException>(() => new OrderStatus(null!));
    }

    [Fact]
    public void Constants_serve_a_switch()
    {
        var text = OrderStatus.ActionRequired.Value switch
        {
            OrderStatus.Names.Completed => "done",
            OrderStatus.Names.ActionRequired => "act",
            _ => "other",
        };
        Assert.Equal("act", text);
    }

    [Fact]
    public void A_conditional_with_null_is_null()
    {
        // With an implicit conversion from string this would be a conversion of null, and throw.
        OrderStatus? none = DateTime.MinValue.Year == 1 ? null : OrderStatus.Completed;
        Assert.Null(none);
    }

    [Fact]
    public void An_unknown_value_goes_through_every_path()
    {
        const string json = "\"refunded\"";
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<OrderStatus>(json)));
        Assert.Equal(json, JsonConvert.SerializeObject(JsonConvert.DeserializeObject<OrderStatus>(json)));
        Assert.Null(JsonSerializer.Deserialize<OrderStatus?>("null"));
        Assert.Null(JsonConvert.DeserializeObject<OrderStatus?>("null"));
        Assert.Equal("refunded", JsonConvert.DeserializeObject<OrderStatus?>(json)!.Value.Value);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    public void What_is_no_text_is_refused(string json)
    {
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonSerializer.Deserialize<OrderStatus>(json));
        if (json != "null") Assert.ThrowsAny<Newtonsoft.Json.JsonException>(() => JsonConvert.DeserializeObject<OrderStatus>(json));
    }
}
