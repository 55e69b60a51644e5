namespace Peeker.AspNetCore;

/// <summary>How long to wait after a failure: twice as long each time, with up to a half taken off by chance, so that what failed together does not return together.</summary>
internal sealed class RetryPause(Random? random = null)
{
    private readonly Random _random = random ?? Random.Shared;

    public TimeSpan After(int attempt, PeekerWebhookSettings settings)
    {
        var whole = settings.RetryAfter.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 40));
        return TimeSpan.FromMilliseconds(Math.Min(whole, settings.MaxRetryAfter.TotalMilliseconds) * (1 - _random.NextDouble() / 2));
    }
}
