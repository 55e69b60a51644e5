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
    public KeyEnvironment Which => Environment is null ? KeyEnvironment.Test : new(Environment);
}

internal sealed record NoOrder;
