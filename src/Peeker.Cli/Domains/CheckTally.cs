namespace Peeker.Cli.Domains;

/// <summary>How far a run is.</summary>
internal sealed record CheckTally
{
    /// <summary>Names that had a row before the run.</summary>
    public long Earlier { get; init; }

    /// <summary>Those among them that are no name of a domain.</summary>
    public long EarlierInvalid { get; init; }

    public long Available { get; init; }

    public long Unavailable { get; init; }

    /// <summary>Lines that are no name of a domain.</summary>
    public long Invalid { get; init; }

    /// <summary>Names whose request failed after all repeats.</summary>
    public long Failed { get; init; }

    /// <summary>Lines passed over, since their name has a row or came before.</summary>
    public long PassedOver { get; init; }

    public string? FirstFailure { get; init; }

    /// <summary>Lines of the input that are seen to.</summary>
    public long Lines => Available + Unavailable + Invalid + Failed + PassedOver;

    /// <summary>Names that have a row now.</summary>
    public long Rows => Earlier + Available + Unavailable + Invalid;

    public int ExitCode => Failed > 0 ? Cli.ExitCode.Failed : Invalid + EarlierInvalid > 0 ? Cli.ExitCode.Finding : Cli.ExitCode.Done;
}
