namespace Peeker.Kill.Tests;

/// <summary>A kill that happened.</summary>
/// <param name="LastLine">The last phase that the order had printed.</param>
/// <param name="Row">The order in the database, afterwards.</param>
/// <param name="Started">When the process was started.</param>
/// <param name="Dead">When it was known to be dead.</param>
internal sealed record Kill(string? LastLine, ShopRow Row, DateTimeOffset Started, DateTimeOffset Dead)
{
    /// <summary>What it hit, from the database first, then from the sandbox's requests and the printed lines.</summary>
    public Phase Hit(IReadOnlyList<SandboxRequest> requests) => Row.State switch
    {
        "planned" => Phase.BeforeTheStore,
        "placed" => Phase.Recorded,
        _ when LastLine == "answered" => Phase.NotRecorded,
        _ when LastLine != "sending" => Phase.AfterTheStore,
        _ => requests.Any(request => request.At >= Started && request.At <= Dead && request.IsOf(Row)) ? Phase.InFlight : Phase.NotArrived,
    };
}
