using System.Globalization;
using System.Text.Json;
using Peeker.Sandbox.Specification;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>An operation as the specification writes it.</summary>
internal sealed record Documented(string Id, HttpMethod Method, string Path, string Preset, IReadOnlyList<int> Statuses)
{
    public static IReadOnlyList<Documented> All { get; } = [.. Read()];

    public static Documented Of(string id) => All.Single(operation => operation.Id == id);

    public static TheoryData<string> With(int status) => [.. All.Where(operation => operation.Statuses.Contains(status)).Select(operation => operation.Id)];

    private static IEnumerable<Documented> Read() =>
        from path in SpecificationDocument.Root.GetProperty("paths").EnumerateObject()
        from method in path.Value.EnumerateObject()
        where method.Value.ValueKind == JsonValueKind.Object
        select new Documented(
            method.Value.GetProperty("operationId").GetString()!,
            new(method.Name.ToUpperInvariant()),
            path.Name,
            method.Value.GetProperty("x-preset").GetString()!,
            [.. method.Value.GetProperty("responses").EnumerateObject().Select(response => int.Parse(response.Name, CultureInfo.InvariantCulture))]);
}
