namespace Peeker.Sandbox.Http;

/// <summary>An answer, free of the server that sends it.</summary>
internal sealed record SandboxResponse(int Status, string RequestId, DateTimeOffset Date, byte[] Body)
{
    public const string Json = "application/json";

    public string ContentType { get; init; } = Json;

    /// <summary>The header of this name; null without one.</summary>
    public string? Allow { get; init; }

    /// <summary>What happens to the connection in place of a whole answer.</summary>
    public Break Break { get; init; }
}

/// <summary>How an answer fails to arrive.</summary>
internal enum Break
{
    None,

    /// <summary>The connection closes without a byte.</summary>
    Drop,

    /// <summary>The connection closes after half of the body.</summary>
    Truncate,
}
