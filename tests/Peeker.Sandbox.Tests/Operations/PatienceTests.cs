namespace Peeker.Sandbox.Tests.Operations;

public sealed class PatienceTests
{
    [Fact]
    public async Task Many_events_at_one_moment_do_not_hold_the_clock_up()
    {
        await using var lab = await Lab.StartAsync(new() { FrozenAt = Lab.Noon, WebhookPatience = TimeSpan.FromMinutes(10) }, overThePort: false);
        var names = Enumerable.Range(0, 20).Select(index => $"acme-{index}.com").ToArray();
        for (var round = 0; round < 20; round++)
        {
            await lab.Place("\"google_licenses\":40", [.. names.Select(name => $"r{round}-{name}")]);
            await lab.Pass(Steps.Done).WaitAsync(TimeSpan.FromMinutes(2));
        }
    }
}
