namespace Peeker.Sandbox.Control;

/// <summary>Asks for faults: a kind for the next requests, or a share of all, of one kind or of every kind.</summary>
internal sealed record FaultOrder(
    FaultKind? Kind = null, int? Count = null, bool? AfterWork = null, string? Operation = null, double? StallSeconds = null, int? RetryAfterSeconds = null, double? Share = null)
{
    public void Apply(SandboxFaults faults)
    {
        if (Kind is null && Share is null) throw new ArgumentException("Send a kind, for the next requests, or a share from 0 to 1, or both.");
        if (Share is not null && Count is not null) throw new ArgumentException("count is for the next requests, share for all that come; send one of them.");
        if (Kind is null && AfterWork is not null) throw new ArgumentException("after_work belongs to a kind; without one, faults come before and after the work.");
        SandboxFault[] chosen = [.. (Kind is { } kind ? [new(kind) { AfterWork = AfterWork ?? false }] : SandboxFault.All).Select(Complete)];
        if (Share is { } share) faults.Share(share, chosen);
        else faults.Next(Count ?? 1, chosen[0]);
    }

    private SandboxFault Complete(SandboxFault fault) => fault with
    {
        Operation = Operation,
        StallFor = StallSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : fault.StallFor,
        RetryAfterSeconds = RetryAfterSeconds ?? fault.RetryAfterSeconds,
    };
}
