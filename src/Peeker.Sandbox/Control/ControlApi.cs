using System.Text.Json;
using Peeker.Sandbox.Http;

namespace Peeker.Sandbox.Control;

/// <summary>What a test in another language does to the sandbox: the in-process surface under <c>/_sandbox</c>. The table is in docs/sandbox.md.</summary>
internal sealed class ControlApi(PeekerSandbox sandbox)
{
    private const string Root = "/_sandbox";

    public static bool Owns(string path) => path == Root || path.StartsWith(Root + "/", StringComparison.Ordinal);

    public async Task<SandboxResponse> AnswerAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Respond(200, ControlJson.Data(await RunAsync(request, cancellationToken).ConfigureAwait(false)));
        }
        catch (Fault fault)
        {
            return Respond(fault.Status, Envelope.Error(fault.Error));
        }
        catch (ArgumentException impossible)
        {
            // The messages of our own argument checks name the value and the remedy; the line with the parameter's C# name is for C#.
            return Respond(400, Envelope.Error(new() { Code = ErrorCode.InvalidRequest, Message = impossible.Message.Split(" (Parameter")[0] }));
        }
        catch (OverflowException)
        {
            return Respond(400, Envelope.Error(new() { Code = ErrorCode.InvalidRequest, Message = "A number of seconds is too large." }));
        }
    }

    private SandboxResponse Respond(int status, byte[] body) => new(status, "req_control", sandbox.Clock.UtcNow, body);

    private async Task<object> RunAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        switch (request.Method, request.Path[Root.Length..])
        {
            case ("GET", "" or "/"): return ControlViews.Summary(sandbox);
            case ("POST", "/clock"):
                await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(Read<Advance>(request).AdvanceSeconds), cancellationToken).ConfigureAwait(false);
                return ControlViews.Summary(sandbox);
            case ("GET", "/requests"): return ControlViews.Requests(sandbox);
            case ("DELETE", "/requests"): sandbox.Requests.Clear(); break;
            case ("POST", "/faults"): Read<FaultOrder>(request).Apply(sandbox.Faults); break;
            case ("DELETE", "/faults"): sandbox.Faults.Clear(); break;
            case ("POST", "/keys"): return Read<KeyOrder>(request).Make(sandbox.Keys);
            case ("POST", "/keys/revoke"):
                if (!sandbox.Keys.Revoke(Read<KeyRevocation>(request).Key)) throw Fault.NotFound("key", "key");
                break;
            case ("GET", "/webhooks"): return ControlViews.Webhooks(sandbox);
            case ("PATCH", "/webhooks"): Read<WebhookSettings>(request).Apply(sandbox.Webhooks); return ControlViews.Webhooks(sandbox);
            case ("GET", "/webhooks/events"): return sandbox.Webhooks.Events.Select(made => JsonSerializer.SerializeToElement(made, made.GetType()));
            case ("POST", "/webhooks/trigger"): return Read<TriggerOrder>(request).Run(sandbox.Webhooks);
            case ("POST", "/webhooks/resend"): sandbox.Webhooks.Resend(Read<ResendOrder>(request).EventId); break;
            case ("POST", "/webhooks/rotate"): return new { Secret = sandbox.Webhooks.RotateSecret(Read<SecretOrder>(request).Which) };
            case ("POST", "/webhooks/retire"): sandbox.Webhooks.RetireOldSecrets(Read<SecretOrder>(request).Which); break;
            case ("POST", "/webhooks/hold"):
                Read<NoOrder>(request);
                sandbox.Webhooks.Hold();
                break;
            case ("POST", "/webhooks/release"): sandbox.Webhooks.Release(Read<ReleaseOrder>(request).Order); break;
            case ("POST", "/pending/resolve"):
                if (!sandbox.ResolvePendingAction(Read<ResolveOrder>(request).Id)) throw Fault.NotFound("open action", "id");
                break;
            default: throw new Fault(404, ErrorCode.NotFound, "The control surface has no such path and method; docs/sandbox.md lists them.");
        }

        return new { Done = true };
    }

    // A page in a browser can send no JSON to another origin without asking first, so it cannot steer a sandbox on loopback.
    private static T Read<T>(SandboxRequest request)
    {
        if (!string.Equals(request.ContentType?.Split(';')[0].Trim(), SandboxResponse.Json, StringComparison.OrdinalIgnoreCase))
            throw new Fault(415, ErrorCode.InvalidRequest, "Send application/json to the control surface.");
        return ControlJson.Read<T>(request.Body);
    }
}
