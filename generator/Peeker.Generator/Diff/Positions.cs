using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>Which named schemas are sent, which are received, in either of two documents.</summary>
internal sealed class Positions
{
    private readonly Dictionary<string, Position> _of = [];

    public Positions(params Specification[] specifications)
    {
        foreach (var specification in specifications)
        {
            foreach (var operation in specification.Operations())
            {
                foreach (var parameter in operation.Parameters) Mark(specification, parameter["schema"], Position.Request);
                Mark(specification, OperationNode.Json(operation.Body)?["schema"], Position.Request);
                foreach (var answer in operation.Responses.Properties()) Mark(specification, OperationNode.Json(specification.Follow(answer.Value) as JObject)?["schema"], Position.Response);
            }

            foreach (var (_, _, schema) in specification.Events()) Mark(specification, schema, Position.Response);
        }
    }

    /// <summary>Where a schema stands; both ways for one that nothing refers to.</summary>
    public Position Of(string schema) => _of.GetValueOrDefault(schema, Position.Request | Position.Response);

    private void Mark(Specification specification, JToken? schema, Position position)
    {
        foreach (var reference in (schema as JContainer)?.DescendantsAndSelf().OfType<JObject>().Where(node => Specification.Reference(node) is not null) ?? [])
        {
            if (Specification.SchemaName(reference) is not { } name || (_of.GetValueOrDefault(name) & position) != 0) continue;
            _of[name] = _of.GetValueOrDefault(name) | position;
            Mark(specification, specification.Schemas[name], position);
        }
    }
}
