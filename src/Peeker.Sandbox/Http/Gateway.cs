using System.Text.Json;
using Peeker.Sandbox.Keys;
using Peeker.Sandbox.Orders;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Http;

/// <summary>
/// The checks of a request in their order, the first failure wins: size, path and method, key, rate limit, preset, path parameter, query,
/// content type, JSON, order shape, fields in the order of the specification. The rules of the operation follow.
/// </summary>
internal sealed class Gateway(Keyring keys, Ids ids)
{
    public const int MaxBodyBytes = 1 << 20;

    public Call Admit(SandboxRequest request, RouteMatch match, string name, DateTimeOffset instant)
    {
        if (request.Body.Length > MaxBodyBytes) throw new Fault(413, ErrorCode.InvalidRequest, $"The body is larger than {MaxBodyBytes} bytes.");
        var route = match.Required;
        var key = keys.Authenticate(request.Authorization);
        Keyring.Admit(key, route, instant);
        Refuse(route.IdSchema?.CheckParameter(match.Parameter, "id"));
        return new(request, name, ids, route, match.Parameter, Query(route, request.Query), Body(route, request), key, instant);
    }

    private static Dictionary<string, string> Query(Route route, string query)
    {
        if (route.Parameters.Count == 0) return [];
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

            Refuse(schema.CheckParameter(text, name));
            values[name] = text;
        }

        return values;
    }

    private static JsonDocument? Body(Route route, SandboxRequest request)
    {
        if (route.BodySchema is null || (request.Body.IsEmpty && !route.BodyRequired)) return null;
        var mediaType = request.ContentType?.Split(';')[0].Trim();
        if (!string.Equals(mediaType, SandboxResponse.Json, StringComparison.OrdinalIgnoreCase))
            throw new Fault(415, ErrorCode.InvalidRequest, "The body must be application/json.");
        var body = JsonBody.Parse(request.Body);
        Refuse(route.OperationId == "Orders_Create" ? OrderShape.Check(body.RootElement) : route.BodySchema.Check(body.RootElement));
        return body;
    }

    private static void Refuse(Violation? violation)
    {
        if (violation is null) return;
        throw violation.Field.Length == 0
            ? new Fault(400, ErrorCode.InvalidRequest, $"The body {violation.Rule}.")
            : Fault.Invalid(violation.Field, $"{violation.Field} {violation.Rule}.");
    }
}
