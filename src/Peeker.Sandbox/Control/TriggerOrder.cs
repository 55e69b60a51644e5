namespace Peeker.Sandbox.Control;

/// <summary>Asks for an event.</summary>
internal sealed record TriggerOrder(string? ResourceId = null, string? Environment = null)
{
    public required string Type { get; init; }

    public object Run(SandboxWebhooks webhooks) =>
        new { EventId = webhooks.Trigger(new(Type), ResourceId, Environment is null ? null : new KeyEnvironment(Environment)) };
}
