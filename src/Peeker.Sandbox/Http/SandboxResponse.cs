namespace Peeker.Sandbox.Http;

/// <summary>An answer, free of the server that sends it.</summary>
internal sealed record SandboxResponse(int Status, string RequestId, DateTimeOffset Date, byte[] Body);
