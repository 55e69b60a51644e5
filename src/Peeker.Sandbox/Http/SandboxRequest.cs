namespace Peeker.Sandbox.Http;

/// <summary>A request, free of the server that received it.</summary>
/// <param name="Method">In upper case.</param>
/// <param name="Path">Decoded, from the root of the host.</param>
/// <param name="Query">As it stands on the wire, with its question mark or empty.</param>
/// <param name="Origin">Scheme and authority the caller used; links are built on it.</param>
/// <param name="Authorization">The header; null without one.</param>
/// <param name="ContentType">The header; null without one.</param>
/// <param name="Body">The bytes; empty without a body.</param>
internal sealed record SandboxRequest(
    string Method, string Path, string Query, string Origin, string? Authorization, string? ContentType, ReadOnlyMemory<byte> Body);
