namespace Peeker.Sandbox.Control;

internal sealed record Advance
{
    public required double AdvanceSeconds { get; init; }
}

internal sealed record KeyRevocation
{
    public required string Key { get; init; }
}

internal sealed record ResendOrder
{
    public required string EventId { get; init; }
}

internal sealed record ResolveOrder
{
    public required string Id { get; init; }
}

internal sealed record ReleaseOrder(WebhookOrder Order = WebhookOrder.AsMade);

internal sealed record SecretOrder(string? Environment = null)
{
    public KeyEnvironment Which => Named(Environment);

    /// <summary>The environment of this name; test without one.</summary>
    public static KeyEnvironment Named(string? name) => name switch
    {
        null or KeyEnvironment.Names.Test => KeyEnvironment.Test,
        KeyEnvironment.Names.Live => KeyEnvironment.Live,
        _ => throw new ArgumentException("An environment is test or live.", nameof(name)),
    };
}
