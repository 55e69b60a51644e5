using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Peeker.Json;

namespace Peeker.Tests.Specification;

/// <summary>The two are walked against each other, both ways.</summary>
public class SpecificationAndAssemblyTests
{
    private static readonly Assembly Sdk = typeof(PeekerClient).Assembly;

    private static IEnumerable<string> ObjectSchemas => SpecificationDocument.Schemas
        .Where(schema => schema.Value!["enum"] is null && schema.Value["anyOf"] is null && !SpecificationDocument.IsEnvelope(schema.Key))
        .Select(schema => schema.Key);

    private static IEnumerable<string> EnumSchemas => SpecificationDocument.Schemas.Where(schema => schema.Value!["enum"] is not null).Select(schema => schema.Key);

    [Fact]
    public void Every_member_of_every_schema_has_a_property_of_its_kind()
    {
        var checkedMembers = 0;
        foreach (var schema in ObjectSchemas)
        {
            var type = Sdk.GetType($"Peeker.{schema}");
            Assert.True(type is not null, $"The schema {schema} has no type.");
            var required = Required(SpecificationDocument.Schemas[schema]!);
            foreach (var (name, member) in SpecificationDocument.Members(schema))
            {
                var property = type.GetProperty(PropertyName(schema, name));
                Assert.True(property is not null, $"{schema}.{name} has no property.");
                var isRequired = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is not null;
                Assert.True(required.Contains(name) == isRequired, $"{schema}.{name}: required differs.");
                var nullable = IsNullable(member) || !required.Contains(name);
                Assert.True(nullable == AllowsNull(property), $"{schema}.{name}: null differs.");
                Assert.True(CSharpType(member) == Name(property.PropertyType), $"{schema}.{name} is {Name(property.PropertyType)}, not {CSharpType(member)}.");
                checkedMembers++;
            }
        }

        Assert.True(checkedMembers > 250, $"Only {checkedMembers} members were found.");
    }

    [Fact]
    public void Every_property_of_every_model_has_a_member()
    {
        var byHand = new HashSet<string> { nameof(OrderDomain), nameof(SequencerClientId), nameof(OrderRequest), nameof(UnknownEvent), nameof(DomainName), "Page`1" };
        foreach (var type in Sdk.GetExportedTypes().Where(IsModel).Where(type => !byHand.Contains(type.Name)))
        {
            Assert.True(SpecificationDocument.Schemas.ContainsKey(type.Name), $"{type.Name} has no schema.");
            if (type.IsValueType) continue;
            var names = SpecificationDocument.Members(type.Name).Keys.Select(name => PropertyName(type.Name, name)).Append("AdditionalMembers").ToHashSet();
            if (type.IsAssignableTo(typeof(WebhookEvent))) names.UnionWith([nameof(WebhookEvent.ResourceId), nameof(WebhookEvent.Position)]);
            Assert.All(type.GetProperties(), property => Assert.Contains(property.Name, names));
        }
    }

    [Fact]
    public void Every_enum_value_has_a_constant_and_every_constant_a_value()
    {
        Assert.NotEmpty(EnumSchemas);
        foreach (var schema in EnumSchemas)
        {
            var type = Sdk.GetType($"Peeker.{schema}", throwOnError: true)!;
            var documented = ((JsonArray)SpecificationDocument.Schemas[schema]!["enum"]!).Select(value => value!.GetValue<string>()).Order(StringComparer.Ordinal);
            var constants = type.GetNestedType("Names")!.GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);
            Assert.Equal(documented, constants);
            foreach (var field in type.GetNestedType("Names")!.GetFields())
                Assert.Equal(field.GetRawConstantValue(), type.GetProperty(field.Name)!.GetValue(null)!.ToString());
        }
    }

    [Fact]
    public void Every_operation_has_a_method_with_a_token_and_every_method_an_operation()
    {
        var operations = new HashSet<string>();
        foreach (var (_, _, operation) in SpecificationDocument.Operations)
        {
            var (tag, verb) = operation["operationId"]!.GetValue<string>().Split('_') switch { var parts => (parts[0], parts[1]) };
            Assert.Equal(tag, operation["tags"]![0]!.GetValue<string>());
            var client = typeof(PeekerClient).GetProperty(tag)?.PropertyType;
            Assert.True(client is not null, $"PeekerClient has no {tag}.");
            var names = operation["x-result-kind"]!.GetValue<string>() == "page" ? new[] { $"{verb}Async", $"{verb}PageAsync" } : [$"{verb}Async"];
            foreach (var name in names)
            {
                var method = client.GetMethod(name);
                Assert.True(method is not null, $"{tag} has no {name}.");
                Assert.Equal(typeof(CancellationToken), method.GetParameters()[^1].ParameterType);
                operations.Add($"{tag}.{name}");
            }

            Assert.NotNull(client.GetNestedType("Responses")!.GetMethod(names[^1]));
        }

        var methods = from client in typeof(PeekerClient).GetProperties()
                      from method in client.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                      where method.Name.EndsWith("Async", StringComparison.Ordinal)
                      select $"{client.Name}.{method.Name}";
        Assert.All(methods.Except(ByHand), method => Assert.Contains(method, operations));
        Assert.Equal(29, SpecificationDocument.Operations.Count());
    }

    [Fact]
    public void The_assembly_says_which_specification_it_was_built_from()
    {
        using var stream = typeof(SpecificationDocument).Assembly.GetManifestResourceStream("peeker.yaml")!;
        var stamped = Sdk.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Peeker.Specification.Sha256").Value;
        Assert.Equal(Convert.ToHexString(SHA256.HashData(stream)).ToLowerInvariant(), stamped);
    }

    // What is more than one operation.
    private static readonly string[] ByHand =
    [
        "Orders.SubmitAsync", "Orders.ReconcileAsync", "Orders.WaitForCompletionAsync", "Swaps.WaitForCompletionAsync",
        "Domains.WaitForImportAsync", "Domains.WaitForImportJobAsync", "Domains.WaitForForwardingAsync",
    ];

    private static bool IsModel(Type type) => type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IWire<>));

    // A member named as its type is called Name, since C# allows no member of its type's name.
    private static string PropertyName(string schema, string member)
    {
        var name = string.Concat(member.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
        return name == schema ? "Name" : name;
    }

    private static HashSet<string> Required(JsonNode schema)
    {
        schema = SpecificationDocument.Resolve(schema);
        var names = (schema["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToHashSet();
        foreach (var part in schema["allOf"] as JsonArray ?? []) names.UnionWith(Required(part!));
        return names;
    }

    private static bool IsNullable(JsonNode member)
    {
        var schema = SpecificationDocument.Resolve(member);
        return member["nullable"]?.GetValue<bool>() == true || schema["nullable"]?.GetValue<bool>() == true
            || (schema["anyOf"] as JsonArray ?? []).Any(branch => branch!["nullable"]?.GetValue<bool>() == true);
    }

    private static bool AllowsNull(PropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is not null
        : new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    private static string CSharpType(JsonNode member)
    {
        if (SpecificationDocument.NameOf(member) is { } name) return name;
        return (member["type"]!.GetValue<string>(), member["format"]?.GetValue<string>()) switch
        {
            ("string", "date-time") => nameof(DateTimeOffset),
            ("string", _) => nameof(String),
            ("integer", "int32") => nameof(Int32),
            ("integer", "int64") => nameof(Int64),
            ("boolean", _) => nameof(Boolean),
            ("array", _) => $"IReadOnlyList of {CSharpType(member["items"]!)}",
            var other => throw new NotSupportedException(other.ToString()),
        };
    }

    private static string Name(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType ? $"IReadOnlyList of {Name(type.GetGenericArguments()[0])}" : type.Name;
    }
}
