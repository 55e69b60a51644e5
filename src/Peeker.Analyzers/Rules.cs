using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Peeker.Analyzers;

/// <summary>What the analyzers warn about. Described in docs/analyzers.md.</summary>
internal static class Rules
{
    public const string OrderShapeId = "PEEKER101";
    public const string WebhookModelId = "PEEKER102";
    public const string LiveKeyId = "PEEKER103";

    public static readonly DiagnosticDescriptor OrderShape = new(
        OrderShapeId,
        "An order names a bundle or licences, never both",
        "{0}",
        "Peeker.Orders",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The API refuses an order that names a bundle and licences at once (order_shape_conflict), and one that names neither (invalid_request).",
        helpLinkUri: Page(OrderShapeId));

    public static readonly DiagnosticDescriptor WebhookModel = new(
        WebhookModelId,
        "A webhook endpoint takes the raw bytes, not a model",
        "The endpoint binds {0}, and the raw bytes that Peeker signed are gone; map it with MapPeekerWebhooks, or read the body and give it to WebhookVerifier",
        "Peeker.Webhooks",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The signature covers the body as it was sent. A bound model cannot be verified, and written again it has other bytes.",
        helpLinkUri: Page(WebhookModelId));

    // The message does not quote the key: build logs are kept, and read by many.
    public static readonly DiagnosticDescriptor LiveKey = new(
        LiveKeyId,
        "A live API key is not a part of the source",
        "A live API key stands in the source; read it from PEEKER_API_KEY or a secret store, and replace the key, since whoever has the source has it",
        "Peeker.Security",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A key that starts with pk_live_ orders and pays. In the source it is in every clone, build and backup.",
        helpLinkUri: Page(LiveKeyId));

    // The page of the commit that the assembly was built from, where the build knew the repository.
    private static string Page(string id)
    {
        var assembly = typeof(Rules).Assembly;
        var repository = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == "RepositoryUrl")?.Value;
        var commit = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is { Length: 2 } parts ? parts[1] : "HEAD";
        var page = $"docs/analyzers.md#{id.ToLowerInvariant()}";
        return repository is not null && repository.StartsWith("https://", StringComparison.Ordinal) ? $"{repository}/blob/{commit}/{page}" : page;
    }
}
