namespace Peeker.Sandbox.Control;

/// <summary>Asks for faults: a kind for the next requests, or a share of all.</summary>
internal sealed record FaultOrder(
    FaultKind? Kind = null, int Count = 1, bool AfterWork = false, string? Operation = null, double StallSeconds = 30, int RetryAfterSeconds = 1, double? Share = null)
{
    public void Apply(SandboxFaults faults)
    {
        if (Kind is null && Share is null) throw new ArgumentException("Send a kind, for the next requests, or a share from 0 to 1, or both.");
        SandboxFault? fault = Kind is { } kind
            ? new(kind) { AfterWork = AfterWork, Operation = Operation, StallFor = TimeSpan.FromSeconds(StallSeconds), RetryAfterSeconds = RetryAfterSeconds }
            : null;
        if (Share is { } share) faults.Share(share, fault is null ? [] : [fault]);
        else faults.Next(Count, fault!);
    }
}
