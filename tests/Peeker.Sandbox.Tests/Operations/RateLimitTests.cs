namespace Peeker.Sandbox.Tests.Operations;

public sealed class RateLimitTests
{
    [Fact]
    public async Task A_key_makes_600_requests_in_any_minute()
    {
        await using var lab = await Steps.AtNoon();
        for (var count = 0; count < 600; count++) Assert.Equal(200, (await lab.Get("me")).Status);
        var refused = await lab.Get("me");
        refused.Refuses(429, "rate_limited", null);
        Assert.Equal("""{"retry_after_seconds":60}""", refused.Details.GetRawText());
        await lab.Pass(TimeSpan.FromSeconds(59.999));
        Assert.Equal(1, (await lab.Get("me")).Details.GetProperty("retry_after_seconds").GetInt32());
        await lab.Pass(Steps.Moment);
        for (var count = 0; count < 600; count++) Assert.Equal(200, (await lab.Get("me")).Status);
        (await lab.Get("me")).Refuses(429, "rate_limited", null);
    }

    [Fact]
    public async Task The_window_slides()
    {
        await using var lab = await Lab.StartAsync(new() { FrozenAt = Lab.Noon, RateLimit = 2 }, overThePort: false);
        Assert.Equal(200, (await lab.Get("me")).Status);
        await lab.Pass(TimeSpan.FromSeconds(40));
        Assert.Equal(200, (await lab.Get("me")).Status);
        Assert.Equal(20, (await lab.Get("me")).Details.GetProperty("retry_after_seconds").GetInt32());
        await lab.Pass(TimeSpan.FromSeconds(20));
        Assert.Equal(200, (await lab.Get("me")).Status);
        Assert.Equal(40, (await lab.Get("me")).Details.GetProperty("retry_after_seconds").GetInt32());
    }

    [Fact]
    public async Task Each_key_has_its_own_limit_and_refused_writes_count()
    {
        await using var lab = await Lab.StartAsync(new() { FrozenAt = Lab.Noon, RateLimit = 1 }, overThePort: false);
        Assert.Equal(200, (await lab.Get("me")).Status);
        lab.Http.DefaultRequestHeaders.Authorization = new("Bearer", lab.Sandbox.Keys.Create(KeyEnvironment.Test, PermissionPreset.Read));
        (await lab.Post("bundles", "{}")).Refuses(403, "forbidden", null);
        (await lab.Post("bundles", "{}")).Refuses(429, "rate_limited", null);
        lab.Http.DefaultRequestHeaders.Authorization = new("Bearer", lab.Sandbox.Keys.Create(KeyEnvironment.Live));
        Assert.Equal(200, (await lab.Get("me")).Status);
    }
}
