namespace Peeker.Kill.Tests;

/// <summary>The worker of the fulfilment sample, killed at three moments by its own story.</summary>
[Trait("Category", "Long")]
public sealed class FulfilmentTests
{
    [Fact]
    public async Task Each_purchase_is_one_order_and_one_mail_though_the_worker_is_killed()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var story = ProgramUnderTest.Start("Fulfilment", []);
        var told = await story.StandardOutput.ReadToEndAsync(patience.Token);
        await story.WaitForExitAsync(patience.Token);
        Assert.True(story.ExitCode == 0, told);
        Assert.Equal(2, told.Split("answered 2").Length - 2);
        Assert.EndsWith("3 purchases fulfilled, 3 orders at Peeker, 3 mails to send", told.TrimEnd(), StringComparison.Ordinal);
    }
}
