using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Peeker.Json;

namespace Peeker.Sandbox.Tests;

/// <summary>The sandbox is a second opinion: of the SDK it uses the models, and none of the rules.</summary>
public sealed class ArchitectureTests
{
    // What may be shared beside the models: how an event is signed (vectors hold both sides to it), and where the real API is.
    private static readonly HashSet<string> Shared = [nameof(WebhookSignatureScheme), nameof(PeekerClientOptions)];

    [Fact]
    public void The_sandbox_shares_models_with_the_sdk_but_no_code_of_rules()
    {
        var used = TypesUsedOf(typeof(PeekerSandbox).Assembly, typeof(PeekerClient).Assembly);
        var strangers = used.Where(name => !Shared.Contains(name) && !IsModel(name)).ToList();
        Assert.True(strangers.Count == 0, $"The sandbox uses {string.Join(", ", strangers)} of the SDK.");
        Assert.Contains(nameof(OrderDetail), used);
        Assert.DoesNotContain(nameof(WebhookVerifier), used);
    }

    private static bool IsModel(string name) =>
        typeof(PeekerClient).Assembly.GetType($"Peeker.{name}") is { } type
        && (type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IWire<>)) || type == typeof(WebhookEvent)
            || (name == "Names" && type.DeclaringType is not null));

    private static List<string> TypesUsedOf(Assembly user, Assembly used)
    {
        using var file = new PEReader(File.OpenRead(user.Location));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Where(type => AssemblyOf(metadata, type) == used.GetName().Name)
            .Where(type => type.ResolutionScope.Kind != HandleKind.TypeReference)
            .Select(type => $"{Prefix(metadata, type)}{metadata.GetString(type.Name)}").Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Prefix(MetadataReader metadata, TypeReference type) =>
        metadata.GetString(type.Namespace) is var space && space == "Peeker" ? "" : $"{space["Peeker.".Length..]}.";

    private static string? AssemblyOf(MetadataReader metadata, TypeReference type) => type.ResolutionScope.Kind switch
    {
        HandleKind.AssemblyReference => metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
        HandleKind.TypeReference => AssemblyOf(metadata, metadata.GetTypeReference((TypeReferenceHandle)type.ResolutionScope)),
        _ => null,
    };
}
