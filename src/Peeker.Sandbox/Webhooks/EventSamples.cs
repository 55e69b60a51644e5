using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Webhooks;

/// <summary>The data of an event that is triggered by hand: a resource of the sandbox, or the specification's example of one.</summary>
internal static class EventSamples
{
    /// <summary>The data of the specification's example.</summary>
    public static JsonObject Example(WebhookEventType type) => JsonNode.Parse(SchemaOf(type).GetProperty("example").GetProperty("data").GetRawText())!.AsObject();

    /// <summary>Null when there is no resource of this id.</summary>
    public static JsonObject? Of(World world, WebhookEventType type, string? resourceId, DateTimeOffset now)
    {
        if (resourceId is null) return Example(type);
        var schema = DataOf(SchemaOf(type)).GetProperty("allOf")[0].GetProperty("$ref").GetString()!.Split('/')[^1];
        var data = Resource(world, schema, resourceId, now);
        if (data is not null && StatusOf(schema, type) is { } status) data["status"] = status;
        return data;
    }

    private static JsonObject? Resource(World world, string schema, string id, DateTimeOffset now)
    {
        lock (world.Gate)
        {
            object? model = schema switch
            {
                nameof(OrderDetail) => world.Orders.Find(id)?.ToDetail(now),
                nameof(Domain) => world.Domains.Find(id)?.ToModel(),
                nameof(ForwardingJob) => world.Forwardings.Find(id)?.ToModel(),
                nameof(ImportJob) => world.Imports.Find(id)?.ToModel(),
                _ => world.Swaps.Find(id)?.ToModel(),
            };
            return model is null ? null : JsonSerializer.SerializeToNode(model, model.GetType())!.AsObject();
        }
    }

    private static JsonElement SchemaOf(WebhookEventType type)
    {
        foreach (var schema in Schemas.EnumerateObject())
        {
            if (schema.Value.TryGetProperty("allOf", out var parts) && parts.GetArrayLength() == 2 && DataOf(schema.Value).GetProperty("x-event").GetString() == type.Value)
                return schema.Value;
        }

        throw new ArgumentException($"{type} is none of the documented events.", nameof(type));
    }

    private static JsonElement DataOf(JsonElement schema) => schema.GetProperty("allOf")[1].GetProperty("properties").GetProperty("data");

    // The state that the event tells of: the part of its name that the resource's status knows.
    private static string? StatusOf(string schema, WebhookEventType type)
    {
        var name = type.Value[(type.Value.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace("forwarding_", "", StringComparison.Ordinal);
        if (name == "updated") name = ForwardingStatus.Names.Completed;
        var status = SpecificationDocument.Resolve(Schemas.GetProperty(schema).GetProperty("properties").GetProperty("status").GetProperty("allOf")[0]);
        return status.GetProperty("enum").EnumerateArray().Any(value => value.GetString() == name) ? name : null;
    }

    private static JsonElement Schemas => SpecificationDocument.Root.GetProperty("components").GetProperty("schemas");
}
