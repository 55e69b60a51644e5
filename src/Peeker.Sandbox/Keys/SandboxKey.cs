using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Keys;

/// <summary>A key of the sandbox and the world it opens.</summary>
internal sealed class SandboxKey(string text, PermissionPreset preset, World world, RateLimit limit)
{
    public string Text => text;

    public PermissionPreset Preset => preset;

    public World World => world;

    public RateLimit Limit => limit;

    public bool IsRevoked { get; set; }
}
