using WebhookReceiver;

namespace Peeker.AspNetCore.Tests;

/// <summary>samples/WebhookReceiver.</summary>
public class SampleTests
{
    [Fact]
    public async Task The_story_ends_with_three_orders_complete()
    {
        using var screen = new StringWriter();
        var states = await Story.RunAsync(TextWriter.Synchronized(screen));
        Assert.Equal(["completed", "completed", "completed"], states.Values);
        var told = screen.ToString();
        Assert.Contains("6 deliveries, 6 accepted, each event handled once", told, StringComparison.Ordinal);
        Assert.Contains("too late to change anything", told, StringComparison.Ordinal);
        Assert.Contains("found by asking", told, StringComparison.Ordinal);
        Assert.Contains("1 event raised", told, StringComparison.Ordinal);
    }
}
