using Peeker.Sandbox.State;

namespace Peeker.Sandbox;

/// <summary>Faults on command. They hit requests to the API, never those to <c>/_sandbox</c>.</summary>
public sealed class SandboxFaults
{
    private readonly object _lock = new();
    private readonly Ids _ids;
    private readonly List<SandboxFault> _next = [];
    private double _share;
    private SandboxFault[] _shared = [];

    internal SandboxFaults(Ids ids) => _ids = ids;

    /// <summary>How many faults of <see cref="Next(int, SandboxFault)"/> are still to come.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _next.Count;
        }
    }

    /// <summary>The next requests meet a fault.</summary>
    /// <param name="count">How many; from 1 to 100,000.</param>
    /// <param name="fault">What they meet.</param>
    /// <exception cref="ArgumentException">The count or the fault is not possible.</exception>
    public void Next(int count, SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 100_000);
        var check = fault.Checked();
        lock (_lock) _next.AddRange(Enumerable.Repeat(check, count));
    }

    /// <summary>The next request meets a fault.</summary>
    /// <param name="kind">What it meets.</param>
    /// <param name="afterWork">Whether the work is done all the same.</param>
    /// <param name="operation">The operation to wait for, for example <c>Orders_Create</c>; any if not given.</param>
    /// <exception cref="ArgumentException">The fault is not possible.</exception>
    public void Next(FaultKind kind, bool afterWork = false, string? operation = null) => Next(1, new(kind) { AfterWork = afterWork, Operation = operation });

    /// <summary>A share of all requests meets a fault. Which ones, and which fault, comes from the seed and from what is asked.</summary>
    /// <param name="share">From 0, which ends it, to 1.</param>
    /// <param name="faults">The faults to choose from; <see cref="SandboxFault.All"/> if none is given.</param>
    /// <exception cref="ArgumentException">The share or a fault is not possible.</exception>
    public void Share(double share, params SandboxFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (share is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(share), "A share is from 0 to 1.");
        SandboxFault[] check = [.. (faults.Length == 0 ? SandboxFault.All : faults).Select(fault => fault.Checked())];
        lock (_lock) (_share, _shared) = (share, check);
    }

    /// <summary>No more faults.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _next.Clear();
            _share = 0;
        }
    }

    internal SandboxFault? Draw(string? operation, string requestName)
    {
        if (_next.Count == 0 && _share == 0) return null;
        lock (_lock)
        {
            var index = _next.FindIndex(fault => fault.Operation is null || fault.Operation == operation);
            if (index >= 0)
            {
                var fault = _next[index];
                _next.RemoveAt(index);
                return fault;
            }

            if (_ids.Chance(requestName, "fault") >= _share) return null;
            var chosen = _shared[(int)(_ids.Chance(requestName, "kind") * _shared.Length)];
            return chosen.Operation is null || chosen.Operation == operation ? chosen : null;
        }
    }
}
