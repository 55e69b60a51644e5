using System.Text.Json;
using Peeker.Sandbox.Keys;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Http;

/// <summary>A request that passed authentication and its schema.</summary>
internal sealed record Call(
    SandboxRequest Request, Route Route, string Id, IReadOnlyDictionary<string, string> Query, JsonElement Body, SandboxKey Key, DateTimeOffset Now)
{
    public World World => Key.World;

    public T Read<T>() => Body.Deserialize<T>()!;
}
