using System.Text.Json;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Domains.Names;

/// <summary>openapi/vectors/domain-names.json: what a root domain is, in every language.</summary>
public sealed class DomainNameVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("domain-names.json");

    public static TheoryData<string> Names => [.. All.Select(Name)];

    internal static IEnumerable<string> Texts => All.Select(vector => vector.GetProperty("input").GetProperty("text").GetString()!);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_is_read_as_the_vector_says(string name)
    {
        var vector = All.Single(vector => Name(vector) == name);
        var expected = vector.GetProperty("expect");

        var read = DomainName.TryParse(vector.GetProperty("input").GetProperty("text").GetString(), out var domain, out var problem);

        if (expected.TryGetProperty("problem", out var code))
        {
            Assert.False(read);
            Assert.Equal(default, domain);
            Assert.Equal((code.GetString(), expected.GetProperty("suggestion").GetString()), (SnakeCase(problem!.Code), problem.Suggestion));
        }
        else
        {
            Assert.True(read, problem?.ToString());
            Assert.Equal((expected.GetProperty("value").GetString(), expected.GetProperty("unicode").GetString()), (domain.Value, domain.Unicode));
        }
    }

    [Fact]
    public void Each_problem_has_a_vector() =>
        Assert.Equal(
            Enum.GetValues<DomainNameProblemCode>().Select(SnakeCase).Order(),
            All.Select(vector => vector.GetProperty("expect")).Where(expected => expected.TryGetProperty("problem", out _)).Select(expected => expected.GetProperty("problem").GetString()!).Distinct().Order());

    [Fact]
    public void A_vector_has_a_name_of_its_own_and_a_rule()
    {
        Assert.True(All.Count >= 60);
        Assert.Equal(All.Count, All.Select(Name).Distinct().Count());
        Assert.All(All, vector => Assert.False(string.IsNullOrWhiteSpace(vector.GetProperty("rule").GetString())));
    }

    private static string Name(JsonElement vector) => vector.GetProperty("name").GetString()!;

    private static string SnakeCase(DomainNameProblemCode code) => JsonNamingPolicy.SnakeCaseLower.ConvertName(code.ToString());
}
