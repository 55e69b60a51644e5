namespace Peeker.Tests.Budget;

/// <summary>The budget as one would explain it: a list of calls, looked through from the start each time.</summary>
internal sealed class BudgetModel(int permits, long span)
{
    public List<Call> Calls { get; } = [];

    public void Settle(long now)
    {
        while (Calls.FirstOrDefault(call => call is { Granted: null, Gone: false }) is { } next
            && Calls.Count(call => call.Granted is not null && !(call.Returned + span <= now)) < permits)
            next.Granted = now;
    }

    internal sealed class Call
    {
        public long? Granted { get; set; }

        public long? Returned { get; set; }

        /// <summary>Cancelled before it was granted.</summary>
        public bool Gone { get; set; }
    }
}
