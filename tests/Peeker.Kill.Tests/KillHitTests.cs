namespace Peeker.Kill.Tests;

/// <summary>What a kill hit is told from the database, the printed lines and the sandbox, not from where it was aimed.</summary>
public sealed class KillHitTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("preparing", "planned", "BeforeTheStore")]
    [InlineData("preparing", "prepared", "AfterTheStore")]
    [InlineData("prepared", "prepared", "AfterTheStore")]
    [InlineData("sending", "prepared", "NotArrived")]
    [InlineData("answered", "prepared", "NotRecorded")]
    [InlineData("answered", "placed", "Recorded")]
    [InlineData("recorded", "placed", "Recorded")]
    public void By_the_last_line_and_the_row(string lastLine, string state, string hit) => Assert.Equal(hit, Hit(lastLine, state, []).ToString());

    [Fact]
    public void In_flight_only_if_this_process_sent_this_order()
    {
        Assert.Equal(Phase.InFlight, Hit("sending", "prepared", [Seen(7, second: 1)]));
        Assert.Equal(Phase.NotArrived, Hit("sending", "prepared", [Seen(7, second: -1), Seen(7, second: 3), Seen(77, second: 1)]));
    }

    private static Phase Hit(string lastLine, string state, IReadOnlyList<SandboxRequest> requests) =>
        new Kill(lastLine, new(7, state, null), Noon, Noon.AddSeconds(2)).Hit(requests);

    private static SandboxRequest Seen(int number, int second) =>
        new(Noon.AddSeconds(second), "Orders_Create", null, null, $$"""{"user":"{{new ShopRow(number, "prepared", null).Email}}"}""");
}
