namespace Peeker.Sandbox.Keys;

/// <summary>A key of the sandbox and the world it opens.</summary>
internal sealed record SandboxKey(string Text, KeyEnvironment Environment, PermissionPreset Preset, State.World World);
