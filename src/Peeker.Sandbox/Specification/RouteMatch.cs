using Peeker.Sandbox.Http;

namespace Peeker.Sandbox.Specification;

/// <summary>What a method and a path mean.</summary>
/// <param name="Route">The operation; null when there is none.</param>
/// <param name="Parameter">The value of the path's hole; empty without one.</param>
/// <param name="Methods">The methods the path does take, when it was asked with another.</param>
internal readonly record struct RouteMatch(Route? Route, string Parameter, string? Methods)
{
    public Route Required => Route ?? throw (Methods is null
        ? new Fault(404, ErrorCode.NotFound, $"No operation has this path; every path begins with {Routes.BasePath}.")
        : new Fault(405, ErrorCode.InvalidRequest, "This path does not take this method; the header Allow names those it takes.") { Allow = Methods });
}
