using System.Text.Json;
using Peeker.Sandbox.Keys;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Http;

/// <summary>A request that passed authentication and its schema. What it makes carries <c>Now</c>, in whole seconds; what is due later counts from <c>Instant</c>.</summary>
internal sealed record Call(
    SandboxRequest Request, string Name, Ids Ids, Route Route, string Id, IReadOnlyDictionary<string, string> Query, JsonDocument? Document, SandboxKey Key, DateTimeOffset Instant) : IDisposable
{
    private int _made;

    public World World => Key.World;

    /// <summary>Undefined without a body.</summary>
    public JsonElement Body => Document?.RootElement ?? default;

    public DateTimeOffset Now => WholeSeconds.Of(Instant);

    /// <summary>The id of something this request makes.</summary>
    public string NewId(string prefix) => Ids.Of(prefix, Name, number: _made++);

    public T Read<T>()
    {
        try
        {
            return Body.Deserialize<T>()!;
        }
        catch (JsonException)
        {
            // The schema looked at the last of two members with one name; the reader saw the other.
            throw new Fault(400, ErrorCode.InvalidRequest, "A member stands in the body twice; send each member once.");
        }
    }

    public void Dispose() => Document?.Dispose();
}
