using Peeker.Sandbox.Keys;

namespace Peeker.Sandbox;

/// <summary>The keys of the sandbox's account. The test and the live environment never see each other's records.</summary>
public sealed class SandboxKeys
{
    private readonly Keyring _keys;

    internal SandboxKeys(Keyring keys) => _keys = keys;

    /// <summary>Makes a key.</summary>
    /// <param name="environment">The environment it opens; nothing is billed in either.</param>
    /// <param name="preset">What it may do; everything if not given.</param>
    /// <exception cref="ArgumentException">The environment or the preset is none of the documented ones.</exception>
    public string Create(KeyEnvironment environment, PermissionPreset? preset = null) => _keys.Add(environment, preset ?? PermissionPreset.Full);

    /// <summary>Revokes a key: from now on it is answered with 401. False when there is no such key.</summary>
    public bool Revoke(string key) => _keys.Revoke(key);
}
