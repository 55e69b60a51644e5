using System.Text.Json;

namespace Peeker.Preflight;

/// <summary>A domain of an order that has a name.</summary>
/// <param name="Field">The path of the name.</param>
/// <param name="Name">The name in the one spelling; null when it is no root domain.</param>
/// <param name="Problem">Why it is none.</param>
/// <param name="Spelled">What it is compared by, with other names and with rows: the name, or the text as it is where there is none.</param>
internal sealed record NamedDomain(string Field, string? Name, DomainNameProblem? Problem, string Spelled)
{
    /// <summary>What a name is compared by. That the API does not mind spaces around a name is an assumption.</summary>
    public static string SpelledAs(string text) => Of("", text).Spelled;

    /// <summary>All domains whose name is a text.</summary>
    public static IReadOnlyList<NamedDomain> Of(JsonElement domains)
    {
        var named = new List<NamedDomain>();
        var index = 0;
        foreach (var domain in domains.EnumerateArray())
        {
            var path = $"domains[{index++}]";
            if (Texts.Of(domain) is { } text) named.Add(Of(path, text));
            else if (Texts.Of(domain, "domain") is { } name) named.Add(Of($"{path}.domain", name));
        }

        return named;
    }

    private static NamedDomain Of(string field, string text) =>
        DomainName.TryParse(text.Trim(), out var name, out var problem)
            ? new(field, name.Value, null, name.Value)
            : new(field, null, problem, DomainNameComparer.WithoutDot(text.Trim()).ToString().ToLowerInvariant());
}
