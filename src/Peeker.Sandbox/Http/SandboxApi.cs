using System.Collections.Frozen;
using System.Text.Json;
using Peeker.Sandbox.Bundles;
using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Keys;
using Peeker.Sandbox.Orders;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Users;
using Peeker.Sandbox.Webhooks;

namespace Peeker.Sandbox.Http;

/// <summary>
/// The API. The checks of a request in their order, the first failure wins: size, path, key, JSON, order shape, fields in the order of the
/// specification, then the rules of the operation.
/// </summary>
internal sealed class SandboxApi
{
    public const int MaxBodyBytes = 1 << 20;

    private readonly TimeProvider _time;
    private readonly Ids _ids;
    private readonly FrozenDictionary<string, SandboxKey> _keys;
    private readonly FrozenDictionary<string, Func<Call, byte[]>> _operations;

    public SandboxApi(TimeProvider time, Ids ids, IEnumerable<SandboxKey> keys, WebhookSender webhooks, TimeSpan completionDelay)
    {
        (_time, _ids) = (time, ids);
        _keys = keys.ToFrozenDictionary(key => key.Text);
        var bundles = new BundleOperations(ids);
        var users = new UserOperations(ids);
        var imports = new ImportOperations(ids);
        var inventory = new InventoryOperations(ids);
        var orders = new OrderOperations(ids, users, webhooks, completionDelay);
        _operations = new Dictionary<string, Func<Call, byte[]>>
        {
            ["Me_Get"] = call => Envelope.Data(new Me
            {
                ApiKey = new() { Environment = call.Key.Environment, PermissionPreset = call.Key.Preset },
                Partner = new() { Id = "org_01HZX0SANDB0X0000000PEEK", Name = "Sandbox partner" },
            }),
            ["Bundles_Create"] = bundles.Create,
            ["Bundles_List"] = bundles.List,
            ["Bundles_Get"] = bundles.Get,
            ["Bundles_Update"] = bundles.Update,
            ["Bundles_Delete"] = bundles.Delete,
            ["Users_Create"] = users.Create,
            ["Users_List"] = users.List,
            ["Users_Get"] = users.Get,
            ["Users_Update"] = users.Update,
            ["Users_Delete"] = users.Delete,
            ["Domains_CheckAvailability"] = new AvailabilityOperations().Check,
            ["Domains_Import"] = imports.Import,
            ["Domains_FindImport"] = imports.FindByDomains,
            ["Domains_GetImport"] = imports.Get,
            ["Domains_StartImportJob"] = imports.StartJob,
            ["Domains_GetImportJob"] = imports.Get,
            ["Domains_List"] = inventory.List,
            ["Domains_SetForwarding"] = inventory.SetForwarding,
            ["Domains_GetForwarding"] = inventory.GetForwarding,
            ["Orders_Create"] = orders.Create,
            ["Orders_List"] = orders.List,
            ["Orders_Get"] = orders.Get,
            ["Orders_ListPendingActions"] = orders.ListPendingActions,
        }.ToFrozenDictionary();
    }

    public SandboxResponse Handle(SandboxRequest request)
    {
        var instant = _time.GetUtcNow();
        var now = WholeSeconds.Of(instant);
        var requestId = _ids.Next("req_");
        try
        {
            if (request.Body.Length > MaxBodyBytes) throw new Fault(413, ErrorCode.InvalidRequest, $"The body is larger than {MaxBodyBytes} bytes.");
            var (route, parameter) = Routes.Find(request.Method, request.Path);
            var key = Authenticate(request.Authorization);
            var call = new Call(request, route, parameter, Query(route, request.Query), Body(route, request), key, now, instant);
            if (!_operations.TryGetValue(route.OperationId, out var operation))
                throw new Fault(501, new("not_implemented"), $"The sandbox does not have {route.OperationId} yet.");
            return new(route.SuccessStatus, requestId, now, operation(call));
        }
        catch (Fault fault)
        {
            return new(fault.Status, requestId, now, Envelope.Error(fault.Error));
        }
#pragma warning disable CA1031 // Whatever goes wrong, a caller gets the documented envelope and no stack trace.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new(500, requestId, now, Envelope.Error(new() { Code = new("internal_error"), Message = "The sandbox failed; this is a fault of the sandbox, not of the request." }));
        }
    }

    private SandboxKey Authenticate(string? authorization)
    {
        const string scheme = "Bearer ";
        return authorization is not null && authorization.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && _keys.TryGetValue(authorization[scheme.Length..].Trim(), out var key)
            ? key
            : throw new Fault(401, ErrorCode.Unauthorized, "The key is missing, malformed or revoked. Send it as Authorization: Bearer pk_test_….");
    }

    private static Dictionary<string, string> Query(Route route, string query)
    {
        var given = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, required, schema) in route.Parameters)
        {
            var text = given.TryGetValue(name, out var found) ? schema.IsArray ? string.Join(',', found.ToArray()) : found[^1] : null;
            if (text is null)
            {
                if (required) throw Fault.Invalid(name, $"{name} is required.");
                continue;
            }

            if (schema.CheckParameter(text, name) is { } violation) throw Fault.Invalid(violation.Field, $"{violation.Field} {violation.Rule}.");
            values[name] = text;
        }

        return values;
    }

    private static JsonElement Body(Route route, SandboxRequest request)
    {
        if (route.BodySchema is null || (request.Body.IsEmpty && !route.BodyRequired)) return default;
        var mediaType = request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(mediaType, "application/json", StringComparison.OrdinalIgnoreCase))
            throw new Fault(415, ErrorCode.InvalidRequest, "The body must be application/json.");
        var body = JsonBody.Parse(request.Body);
        var violation = route.OperationId == "Orders_Create" ? OrderShape.Check(body) : route.BodySchema.Check(body, "");
        if (violation is null) return body;
        throw violation.Field.Length == 0
            ? new Fault(400, ErrorCode.InvalidRequest, $"The body {violation.Rule}.")
            : Fault.Invalid(violation.Field, $"{violation.Field} {violation.Rule}.");
    }
}
