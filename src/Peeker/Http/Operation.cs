namespace Peeker.Http;

/// <summary>An operation of the specification.</summary>
/// <param name="Id">Its <c>operationId</c>.</param>
/// <param name="Method">Its HTTP method.</param>
/// <param name="Template">Its path, with holes for the parameters.</param>
/// <param name="Replay">Whether it may be repeated after an ambiguous failure.</param>
/// <param name="Outcome">How to find out whether it took effect (<c>x-outcome</c>); empty where a repeat is safe.</param>
/// <param name="ReplayPauseSeconds">How long to wait before the same body is sent again (<c>x-replay-pause-seconds</c>).</param>
internal sealed record Operation(string Id, HttpMethod Method, string Template, Replay Replay, string Outcome = "", int ReplayPauseSeconds = 0)
{
    public TimeSpan ReplayPause { get; } = TimeSpan.FromSeconds(ReplayPauseSeconds);
}
