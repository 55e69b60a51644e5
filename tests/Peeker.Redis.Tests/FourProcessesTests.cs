using Peeker.Sandbox;
using Peeker.Tests.Budget;
using Xunit.Abstractions;

namespace Peeker.Redis.Tests;

/// <summary>Four processes, one Redis, and a sandbox with the limit of the API, in a tenth of the time.</summary>
[Trait("Category", "Long")]
public sealed class FourProcessesTests(ITestOutputHelper output)
{
    private const int Permits = 600;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(6);

    [LongRedisFact]
    public async Task Together_they_stay_under_the_limit_and_use_it()
    {
        var windows = LongRedisFactAttribute.Windows;
        await using var redis = await RedisServer.StartAsync();
        await using var sandbox = await PeekerSandbox.StartAsync(new() { RateLimit = Permits, RateLimitWindow = Window });
        var reports = await WorkAsync(redis, sandbox, () => Task.Delay(Window * (windows + 0.5)));
        var arrivals = sandbox.Requests.All.Select(request => request.At.UtcTicks).Order().ToArray();
        var refused = sandbox.Requests.All.Count(request => request.Status == 429);
        var most = Arrivals.MostWithin(arrivals, Window.Ticks);

        // A budget without any loss would send this one when exactly so many windows have passed.
        var used = (double)windows * Window.Ticks / (arrivals[windows * Permits] - arrivals[0]);
        output.WriteLine($"most in a window {most}, 429: {refused}, used over {windows} windows: {used:P2}; calls, successes, failures, fallbacks by process: {string.Join(", ", reports)}");
        Assert.Equal(0, refused);
        Assert.Equal(Permits, most);
        Assert.InRange(used, 0.95, 1);
        Assert.All(reports, report => Assert.Equal((report.Calls, 0, 0), (report.Succeeded, report.Failed, report.Fallbacks)));
    }

    [LongRedisFact]
    public async Task Redis_killed_in_between_loses_no_call()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var sandbox = await PeekerSandbox.StartAsync(new() { RateLimit = Permits, RateLimitWindow = Window });
        DateTimeOffset killed = default;
        var reports = await WorkAsync(redis, sandbox, async () =>
        {
            await Task.Delay(Window * 1.5);
            killed = TimeProvider.System.GetUtcNow();
            await redis.KillAsync();
            await Task.Delay(Window * 2);
            await redis.RestartAsync();
            await Task.Delay(Window * 2);
        });
        var refused = sandbox.Requests.All.Where(request => request.Status == 429).Select(request => request.At - killed).ToArray();
        var sent = sandbox.Requests.All.Count;
        output.WriteLine($"requests {sent}, 429: {refused.Length}, the last {refused.DefaultIfEmpty().Max().TotalSeconds:0.0} s after Redis went away; calls, successes, failures, fallbacks by process: {string.Join(", ", reports)}");
        Assert.All(reports, report => Assert.Equal((report.Calls, 0, 1), (report.Succeeded, report.Failed, report.Fallbacks)));

        // Too many only when Redis goes away: one share for each other process at the most, and none when it comes back.
        Assert.InRange(refused.Length, 0, 3 * Permits / 4);
        Assert.All(refused, after => Assert.InRange(after, TimeSpan.Zero, Window * 1.5));
    }

    private static async Task<(int Calls, int Succeeded, int Failed, int Fallbacks)[]> WorkAsync(RedisServer redis, PeekerSandbox sandbox, Func<Task> meanwhile)
    {
        var workers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Worker.StartAsync(redis.Port, sandbox, Permits, Window, callers: 16)));
        try
        {
            foreach (var worker in workers) await worker.BeginAsync();
            await meanwhile();
            return await Task.WhenAll(workers.Select(worker => worker.EndAsync()));
        }
        finally
        {
            foreach (var worker in workers) worker.Dispose();
        }
    }
}
