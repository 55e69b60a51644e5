namespace Peeker.Benchmarks.Floor;

internal sealed class Domain
{
    public string? Id { get; set; }

    [System.Text.Json.Serialization.JsonPropertyName("domain")]
    public string? Name { get; set; }

    public string? Category { get; set; }

    public string? Status { get; set; }

    public string? Provider { get; set; }

    public string? UserId { get; set; }

    public string? OrderId { get; set; }

    public List<string>? UsableFor { get; set; }

    public string? ForwardingUrl { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
