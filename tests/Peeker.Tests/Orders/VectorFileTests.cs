using System.Text.Json;
using NJsonSchema;

namespace Peeker.Tests.Orders;

/// <summary>Every file of openapi/vectors against the one schema.</summary>
public class VectorFileTests
{
    private static readonly Task<JsonSchema> Schema = JsonSchema.FromJsonAsync(Vectors.Text("schema.json"));

    public static TheoryData<string> Files => [.. Vectors.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_what_the_schema_says(string file)
    {
        Assert.Empty((await Schema).Validate(Vectors.Text(file)).Select(wrong => wrong.ToString()));
        Assert.Equal(file, $"{JsonDocument.Parse(Vectors.Text(file)).RootElement.GetProperty("kind").GetString()}.json");
        Assert.True(Vectors.Text(file).All(char.IsAscii), "Every other character stands as an escape.");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_name_stands_once_in_its_file(string file) =>
        Assert.Empty(Vectors.Of(file).GroupBy(vector => vector.GetProperty("name").GetString()).Where(name => name.Count() > 1).Select(name => name.Key));

    [Fact]
    public void Every_kind_of_the_schema_has_a_file()
    {
        var kinds = JsonDocument.Parse(Vectors.Text("schema.json")).RootElement.GetProperty("definitions").GetProperty("kind").GetProperty("enum");
        Assert.Equal(kinds.EnumerateArray().Select(kind => $"{kind.GetString()}.json").Order(), Vectors.Files.Order());
    }

    [Theory]
    [InlineData("\"rule\"", "\"rules\"")]
    [InlineData("\"expect\": {", "\"expect\": {\"more\": 1, ")]
    [InlineData("\"decision\": \"repeat\"", "\"decision\": \"again\"")]
    [InlineData("\"version\": 1", "\"version\": 2")]
    [InlineData("\"kind\": \"retry-decision\"", "\"kind\": \"encoding\"")]
    public async Task What_the_schema_does_not_say_is_found(string right, string wrong)
    {
        var text = Vectors.Text("retry-decision.json");
        Assert.Contains(right, text, StringComparison.Ordinal);
        Assert.NotEmpty((await Schema).Validate(text.Replace(right, wrong, StringComparison.Ordinal)));
    }
}
