namespace Peeker.Kill.Tests;

/// <summary>A request that the sandbox has seen.</summary>
/// <param name="At">When it arrived.</param>
/// <param name="Operation">The operation of the specification.</param>
/// <param name="Fault">The kind of fault it met; null without one.</param>
/// <param name="AfterWork">Whether the fault came after the work.</param>
/// <param name="Body">The body, its secrets hidden.</param>
internal sealed record SandboxRequest(DateTimeOffset At, string? Operation, string? Fault, bool? AfterWork, string? Body)
{
    public bool IsOrder => Operation == "Orders_Create";

    public bool IsDropped(bool afterWork) => Fault == "drop" && AfterWork == afterWork;

    public bool IsOf(ShopRow row) => IsOrder && Body!.Contains($"\"{row.Email}\"", StringComparison.Ordinal);
}
