namespace Peeker.Inbox.Receiver;

/// <summary>What an event is like, drawn from its id, which comes from the seed of the sandbox.</summary>
/// <param name="Work">How long its handler works.</param>
/// <param name="Failures">How often its handler fails at first: one event in ten, once or twice.</param>
internal sealed record Nature(TimeSpan Work, int Failures)
{
    public static Nature Of(string eventId)
    {
        // FNV-1a: the same in every process.
        var drawn = eventId.Aggregate(2166136261u, static (hash, letter) => (hash ^ letter) * 16777619);
        var chance = new Random((int)(drawn & int.MaxValue));
        var failures = chance.Next(10) == 0 ? 1 + chance.Next(2) : 0;
        var milliseconds = chance.Next(20) == 0 ? 100 + chance.Next(200) : 1 + chance.Next(20);
        return new(TimeSpan.FromMilliseconds(milliseconds), failures);
    }
}
