using System.Text.Json;

namespace Peeker.Preflight;

/// <summary>A domain of an order that has a name.</summary>
/// <param name="Field">The path of the name.</param>
/// <param name="Name">The name in the one spelling; null when it is no root domain.</param>
/// <param name="Problem">Why it is none.</param>
internal sealed record NamedDomain(string Field, string? Name, DomainNameProblem? Problem)
{
    /// <summary>All domains whose name is a text.</summary>
    public static IReadOnlyList<NamedDomain> Of(JsonElement domains)
    {
        var named = new List<NamedDomain>();
        var index = 0;
        foreach (var domain in domains.EnumerateArray())
        {
            var path = $"domains[{index++}]";
            if (domain.ValueKind == JsonValueKind.String) named.Add(Of(path, domain.GetString()!));
            else if (Texts.Of(domain, "domain") is { } name) named.Add(Of($"{path}.domain", name));
        }

        return named;
    }

    private static NamedDomain Of(string field, string text) =>
        DomainName.TryParse(text.Trim(), out var name, out var problem) ? new(field, name.Value, null) : new(field, null, problem);
}
