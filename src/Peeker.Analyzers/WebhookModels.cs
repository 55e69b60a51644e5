using Microsoft.CodeAnalysis;

namespace Peeker.Analyzers;

/// <summary>Which types are a model of a webhook: the events, lists of them, and an envelope of one's own around what the events carry.</summary>
internal sealed class WebhookModels
{
    private static readonly string[] Json = ["JsonElement", "JsonDocument", "JsonNode", "JsonObject"];
    private readonly INamedTypeSymbol _event;
    private readonly HashSet<ISymbol> _data = new(SymbolEqualityComparer.Default);

    private WebhookModels(INamedTypeSymbol webhookEvent)
    {
        _event = webhookEvent;
        foreach (var type in webhookEvent.ContainingNamespace.GetTypeMembers().Where(IsEvent))
            foreach (var data in type.GetMembers("Data").OfType<IPropertySymbol>())
                if (SymbolEqualityComparer.Default.Equals(data.Type.ContainingAssembly, webhookEvent.ContainingAssembly)) _data.Add(data.Type);
    }

    public static WebhookModels? Of(Compilation compilation) => compilation.GetTypeByMetadataName("Peeker.WebhookEvent") is { } webhookEvent ? new(webhookEvent) : null;

    /// <summary>Whether this is a model of a webhook wherever it is bound.</summary>
    public bool IsModel(ITypeSymbol type) => Element(type) is var element && (IsEvent(element) || IsEnvelope(element));

    /// <summary>Whether a body that is bound to this at an address for Peeker's webhooks is one: what an event carries, or JSON that was parsed.</summary>
    public bool IsModelAtWebhookAddress(ITypeSymbol type) =>
        _data.Contains(type) || Json.Contains(type.Name) && type.ContainingNamespace?.ToDisplayString().StartsWith("System.Text.Json", StringComparison.Ordinal) == true;

    private bool IsEvent(ITypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
            if (SymbolEqualityComparer.Default.Equals(at, _event)) return true;
        return false;
    }

    // Id or type beside the data: what merely holds an order is a request of somebody's own. A type that binds itself may read the raw bytes.
    private bool IsEnvelope(ITypeSymbol type)
    {
        var (hasData, hasHead) = (false, false);
        for (var at = type; at is not null; at = at.BaseType)
            foreach (var member in at.GetMembers())
            {
                if (member is IMethodSymbol { IsStatic: true, Name: "BindAsync" }) return false;
                if (member is not IPropertySymbol { IsStatic: false } property) continue;
                hasData |= property.Name == "Data" && (_data.Contains(property.Type) || IsEvent(property.Type));
                hasHead |= property.Name is "Id" or "Type";
            }

        return hasData && hasHead;
    }

    private static ITypeSymbol Element(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } list when list.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" => arguments[0],
        _ => type,
    };
}
