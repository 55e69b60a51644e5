using Microsoft.AspNetCore.WebUtilities;
using Peeker.Sandbox.Specification;

namespace Peeker.Sandbox.Requests;

/// <summary>A query as it may be shown: the parameters the operation has; of others the names.</summary>
internal static class RedactedQuery
{
    public static string Of(string query, Route? route)
    {
        if (query.Length == 0) return query;
        var known = route?.Parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        var shown = QueryHelpers.ParseQuery(query).SelectMany(pair => pair.Value.Select(value => $"{Uri.EscapeDataString(KeyText.Hide(pair.Key))}={(known.Contains(pair.Key) ? Uri.EscapeDataString(KeyText.Hide(value ?? "")) : "[unknown]")}"));
        return "?" + string.Join('&', shown);
    }
}
