using System.Collections.Frozen;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Http;

/// <summary>The API: takes a request, does the work, and answers.</summary>
internal sealed class SandboxApi(Gateway gateway, Ids ids, Timeline timeline, FrozenDictionary<string, Func<Call, byte[]>> operations)
{
    public SandboxResponse Handle(SandboxRequest request, RouteMatch match, string name)
    {
        timeline.CatchUp();
        var instant = timeline.Now;
        var blank = Blank(name, instant);
        try
        {
            using var call = gateway.Admit(request, match, name, instant);
            return blank with { Status = call.Route.SuccessStatus, Body = operations[call.Route.OperationId](call) };
        }
        catch (Fault fault)
        {
            return blank with { Status = fault.Status, Body = Envelope.Error(fault.Error), Allow = fault.Allow };
        }
#pragma warning disable CA1031 // Whatever goes wrong, a caller gets the documented envelope and no stack trace.
        catch (Exception)
#pragma warning restore CA1031
        {
            return blank with { Status = 500, Body = Envelope.Error(new() { Code = new("internal_error"), Message = "The sandbox failed; this is a fault of the sandbox, not of the request." }) };
        }
    }

    /// <summary>The answer to a request that is not worked on.</summary>
    public SandboxResponse Blank(string name) => Blank(name, timeline.Now);

    private SandboxResponse Blank(string name, DateTimeOffset instant) => new(204, ids.Of("req_", name), WholeSeconds.Of(instant), []);
}
