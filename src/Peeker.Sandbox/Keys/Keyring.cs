using System.Collections.Concurrent;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Keys;

/// <summary>The keys of the account: who is let in, and to what.</summary>
internal sealed class Keyring(Ids ids, World test, World live, Func<RateLimit> newLimit)
{
    private readonly ConcurrentDictionary<string, SandboxKey> _keys = new(StringComparer.Ordinal);
    private int _made;

    public string Add(KeyEnvironment environment, PermissionPreset preset)
    {
        var world = environment == KeyEnvironment.Live ? live : environment == KeyEnvironment.Test ? test : throw new ArgumentException("A key is for test or live.", nameof(environment));
        if (preset != PermissionPreset.Full && preset != PermissionPreset.Limited && preset != PermissionPreset.Read)
            throw new ArgumentException("A preset is full, limited or read.", nameof(preset));
        var text = ids.Of($"pk_{environment}_", "key", number: Interlocked.Increment(ref _made));
        _keys[text] = new(text, preset, world, newLimit());
        return text;
    }

    public bool Revoke(string text) => _keys.TryGetValue(text, out var key) && (key.IsRevoked = true);

    public SandboxKey Authenticate(string? authorization)
    {
        const string scheme = "Bearer ";
        return authorization is not null && authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && _keys.TryGetValue(authorization[scheme.Length..].Trim(), out var key) && !key.IsRevoked
            ? key
            : throw new Fault(401, ErrorCode.Unauthorized, "The key is missing, malformed or revoked. Send it as Authorization: Bearer pk_test_….");
    }

    /// <summary>The limit first: a refused write counts as a request too.</summary>
    public static void Admit(SandboxKey key, Route route, DateTimeOffset now)
    {
        if (key.Limit.Take(now) is { } wait) throw Fault.RateLimited("This key has made too many requests.", wait, null);
        if (!route.Allows(key.Preset))
            throw new Fault(403, ErrorCode.Forbidden, $"A key with the preset {key.Preset} may not call {route.OperationId}; use one with the preset {route.Preset}.");
    }
}
