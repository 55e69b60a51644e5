namespace Peeker.Kill.Tests;

/// <summary>Where the next kill is aimed: at one order, at the line that it prints, some time after it.</summary>
/// <param name="Aim">One of the four phases that are of interest.</param>
/// <param name="Number">The business order.</param>
/// <param name="Delay">From the line to the kill.</param>
internal sealed record Drawing(Phase Aim, int Number, TimeSpan Delay)
{
    /// <summary>The phases that every run must hit.</summary>
    public static IReadOnlyList<Phase> Aims { get; } = [Phase.BeforeTheStore, Phase.AfterTheStore, Phase.InFlight, Phase.NotRecorded];

    // The first of the unfinished orders: a later one waits for those before it.
    private const int Nearest = 3;

    // A new process needs some time from the line to the wire. Shorter than the sandbox holds the answer back.
    private const double LongestFlightMilliseconds = 200;

    /// <summary>The line that the shop prints at the beginning of the phase.</summary>
    public string Line => Aim switch
    {
        Phase.BeforeTheStore => $"preparing {Number}",
        Phase.AfterTheStore => $"prepared {Number}",
        Phase.InFlight => $"sending {Number}",
        _ => $"answered {Number}",
    };

    /// <param name="aim">The phase.</param>
    /// <param name="chance">Seeded.</param>
    /// <param name="planned">Orders without bytes.</param>
    /// <param name="prepared">Orders with bytes that are not recorded as placed.</param>
    public static Drawing Of(Phase aim, Random chance, IEnumerable<int> planned, IEnumerable<int> prepared)
    {
        var unfinished = aim is Phase.BeforeTheStore or Phase.AfterTheStore ? planned : planned.Concat(prepared);
        var nearest = unfinished.Order().Take(Nearest).ToList();
        var delay = chance.NextDouble() * LongestFlightMilliseconds;
        return new(aim, nearest[chance.Next(nearest.Count)], aim == Phase.InFlight ? TimeSpan.FromMilliseconds(delay) : TimeSpan.Zero);
    }
}
