using Microsoft.CodeAnalysis;

namespace Peeker.Analyzers;

/// <summary>Whether a route is an address for Peeker's webhooks: one that says both words.</summary>
internal static class WebhookAddress
{
    public static bool Is(string? route) => Says(route, "webhook") && Says(route, "peeker");

    /// <summary>The route of an action, as far as its attributes and those of its controller say it.</summary>
    public static string Of(IMethodSymbol action) => string.Join("/", action.ContainingType.GetAttributes().Concat(action.GetAttributes())
        .SelectMany(attribute => attribute.ConstructorArguments).Select(argument => argument.Kind == TypedConstantKind.Primitive ? argument.Value as string : null)
        .Append(action.ContainingType.Name));

    private static bool Says(string? route, string word) => route?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
