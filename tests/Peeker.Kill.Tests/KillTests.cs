using Xunit.Abstractions;

namespace Peeker.Kill.Tests;

/// <summary>A shop that is killed without warning, again and again, against a sandbox that drops connections.</summary>
[Trait("Category", "Long")]
public sealed class KillTests(ITestOutputHelper output)
{
    [KillFact]
    public async Task Every_business_order_becomes_exactly_one_order_however_often_the_shop_is_killed()
    {
        var kills = KillFactAttribute.Kills;
        var atLeast = kills / 10;
        var report = await new Experiment(kills, atLeast, seed: 1).RunAsync();
        output.WriteLine(report.ToString());
        Assert.True(report.Verdict.IsExactlyOnce, report.ToString());
        Assert.All(Drawing.Aims, aim => Assert.True(report.Hits(aim) >= atLeast, $"{aim} was hit too rarely. {report}"));
        Assert.True(report.Drops(afterWork: false) > 0 && report.Drops(afterWork: true) > 0, report.ToString());
    }

    [KillFact]
    public async Task A_shop_that_keeps_the_bytes_in_memory_only_charges_twice()
    {
        var report = await new Experiment(Math.Clamp(KillFactAttribute.Kills / 2, 6, 30), atLeast: 0, seed: 2, bytesAreStored: false).RunAsync();
        output.WriteLine(report.ToString());
        Assert.False(report.Verdict.IsExactlyOnce, report.ToString());
        Assert.True(report.Verdict.Duplicates > 0, report.ToString());
    }
}
