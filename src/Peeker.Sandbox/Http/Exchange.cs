using Peeker.Sandbox.Control;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Http;

/// <summary>A request from its arrival to its answer: faults on command, the API, and the record of it. The control surface stands beside.</summary>
internal sealed class Exchange(SandboxApi api, ControlApi control, SandboxFaults faults, SandboxRequests requests, Timeline timeline)
{
    private readonly RequestNames _names = new();

    private volatile bool _ended;

    /// <summary>From now on nothing is answered.</summary>
    public void End() => _ended = true;

    public async ValueTask<SandboxResponse> AnswerAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_ended, typeof(PeekerSandbox));
        if (ControlApi.Owns(request.Path)) return await control.AnswerAsync(request, cancellationToken).ConfigureAwait(false);
        var name = _names.Of(request);
        var match = Routes.Find(request.Method, request.Path);
        var at = timeline.Now;
        var fault = faults.Draw(match.Route?.OperationId, name);
        SandboxResponse? response = null;
        try
        {
            response = fault is null ? api.Handle(request, match, name) : await FailAsync(fault, request, match, name, cancellationToken).ConfigureAwait(false);
            return response;
        }
        finally
        {
            requests.Add(request, match.Route, at, response, fault);
        }
    }

    private async ValueTask<SandboxResponse> FailAsync(SandboxFault fault, SandboxRequest request, RouteMatch match, string name, CancellationToken cancellationToken)
    {
        if (fault.Kind == FaultKind.Stall)
        {
            var work = new Lazy<SandboxResponse>(() => api.Handle(request, match, name));
            if (fault.AfterWork) _ = work.Value;
            try
            {
                // The work is done by the clock's own step, so that it has the time it was put off to.
                await timeline.DelayAsync(fault.StallFor, () => _ = work.Value, cancellationToken).ConfigureAwait(false);
                return work.Value;
            }
            finally
            {
                // A server does not stop because its caller hung up.
                _ = work.Value;
            }
        }

        var done = fault.AfterWork ? api.Handle(request, match, name) : api.Blank(name);
        return fault.Kind switch
        {
            FaultKind.Drop => done with { Break = Break.Drop },
            FaultKind.Truncate => done with { Break = Break.Truncate },
            FaultKind.Html => done with { Status = 502, Body = "<html><body><h1>502 Bad Gateway</h1></body></html>"u8.ToArray(), ContentType = "text/html" },
            FaultKind.RateLimited => Refuse(Fault.RateLimited("This key has made too many requests.", TimeSpan.FromSeconds(fault.RetryAfterSeconds), null)),
            FaultKind.InternalError => Refuse(new(500, new("internal_error"), "A fault on command.")),
            FaultKind.BadGateway => Refuse(new(502, new("bad_gateway"), "A fault on command.")),
            _ => Refuse(new(503, new("unavailable"), "A fault on command.")),
        };

        SandboxResponse Refuse(Fault refusal) => done with { Status = refusal.Status, Body = Envelope.Error(refusal.Error) };
    }
}
