using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Peeker.Tests.Budget;

namespace Peeker.Redis.Tests;

public sealed class AwayTests
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    [RedisFact]
    public async Task Redis_killed_and_started_again_loses_no_call_and_is_told_what_happened()
    {
        var log = new LogLines();
        await using var redis = await RedisServer.StartAsync();
        await using var crew = await Crew.HireAsync(redis.Port, budgets: 4, permits: 100, Window, logger: log);
        for (var budget = 0; budget < 4; budget++) crew.Work(budget, callers: 16);
        await Task.Delay(Window);
        // On a busy machine the first question of one may be late, and it begins alone.
        await UntilAsync(() => crew.Budgets.TrueForAll(budget => budget is { IsShared: true, ProcessesSeen: 4 }));
        log.Lines.Clear();
        await Task.Delay(Window);
        await redis.KillAsync();
        await UntilAsync(() => crew.Budgets.TrueForAll(budget => !budget.IsShared));
        Assert.All(crew.Budgets, budget => Assert.Equal(25, budget.Share));
        await Task.Delay(Window * 1.5);
        var away = TimeProvider.System.GetTimestamp();
        await Task.Delay(Window * 3);
        var restarted = TimeProvider.System.GetTimestamp();
        await redis.RestartAsync();
        await UntilAsync(() => crew.Budgets.TrueForAll(budget => budget.IsShared));
        await Task.Delay(Window * 3);
        await crew.StopAsync();

        var window = Crew.Timestamps(Window);
        for (var budget = 0; budget < 4; budget++)
            Assert.Equal(25, Arrivals.MostWithin(crew.Arrivals.Where(one => one.Budget == budget && one.At >= away && one.At <= restarted).Select(one => one.At), window));
        Assert.Equal(100, Arrivals.MostWithin(crew.Arrivals.Where(one => one.At >= away).Select(one => one.At), window));
        Assert.Equal(4, log.Lines.Count(line => line.Contains("goes on with its share of 25", StringComparison.Ordinal)));
        Assert.Equal(4, log.Lines.Count(line => line.Contains("is back", StringComparison.Ordinal)));
        Assert.Equal(8, log.Lines.Count);
    }

    [RedisFact]
    public async Task What_was_taken_before_and_while_Redis_was_away_is_reported_when_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var connection = await redis.ConnectAsync();
        await using var budget = new RedisRequestBudget(connection, new() { Name = "honest", Permits = 10, Window = TimeSpan.FromHours(1) });
        for (var call = 0; call < 4; call++) await CallAsync(returned: call < 2);
        await redis.KillAsync();
        for (var call = 0; call < 3; call++) await CallAsync(returned: call < 2);
        Assert.False(budget.IsShared);
        await redis.RestartAsync();
        await UntilAsync(() => budget.IsShared);
        Assert.Equal(7, await connection.GetDatabase().SortedSetLengthAsync("peeker:budget:{honest}:permits"));
        for (var call = 0; call < 3; call++) await CallAsync(returned: true);
        Assert.Equal(10, await connection.GetDatabase().SortedSetLengthAsync("peeker:budget:{honest}:permits"));

        async Task CallAsync(bool returned)
        {
            var lease = await budget.AcquireAsync();
            if (returned) lease.Dispose();
        }
    }

    [RedisFact]
    public async Task A_Redis_that_does_not_answer_keeps_nobody_waiting_for_long()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var crew = await Crew.HireAsync(redis.Port, budgets: 2, permits: 100, Window);
        for (var budget = 0; budget < 2; budget++) crew.Work(budget, callers: 4);
        await UntilAsync(() => crew.Budgets.TrueForAll(budget => budget.ProcessesSeen == 2));
        await redis.FreezeAsync();
        await UntilAsync(() => crew.Budgets.TrueForAll(budget => !budget.IsShared));
        var before = crew.Arrivals.Count;
        await UntilAsync(() => crew.Arrivals.Count > before + 100);
        await redis.ThawAsync();
        await UntilAsync(() => crew.Budgets.TrueForAll(budget => budget.IsShared));
        await crew.StopAsync();
    }

    [Fact]
    public async Task A_process_that_never_reached_Redis_has_the_share_it_was_given()
    {
        await using var connection = await RedisServer.ConnectAsync(RedisServer.FreePort());
        await using var budget = new RedisRequestBudget(connection, new() { Name = "alone", Permits = 10, Window = TimeSpan.FromHours(1), Processes = 4 });
        for (var call = 0; call < 2; call++) (await budget.AcquireAsync()).Dispose();
        Assert.False(budget.IsShared);
        Assert.Equal(2, budget.Share);
        using var refused = budget.AttemptAcquire();
        Assert.False(refused.IsAcquired);
        Assert.True(refused.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.True(wait > TimeSpan.FromMinutes(59));
        using var stop = new CancellationTokenSource();
        var third = budget.AcquireAsync(1, stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => third);
    }

    [Fact]
    public async Task Disposing_it_refuses_waiters_and_throws_for_later_callers()
    {
        await using var connection = await RedisServer.ConnectAsync(RedisServer.FreePort());
        var budget = new RedisRequestBudget(connection, new() { Name = "gone", Permits = 1, Window = TimeSpan.FromHours(1), QueueLimit = 1 });
        var held = await budget.AcquireAsync();
        var waiting = budget.AcquireAsync().AsTask();
        Assert.False((await budget.AcquireAsync()).IsAcquired);
        await budget.DisposeAsync();
        Assert.False((await waiting).IsAcquired);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await budget.AcquireAsync());
        held.Dispose();
        held.Dispose();
    }

    [Fact]
    public async Task Impossible_options_are_named_and_a_key_is_no_name()
    {
        await using var connection = await RedisServer.ConnectAsync(RedisServer.FreePort());
        var secret = Assert.Throws<ArgumentException>(() => new RedisRequestBudget(connection, new() { Name = "pk_live_secret" }));
        Assert.DoesNotContain("pk_live_secret", secret.Message, StringComparison.Ordinal);
        Assert.Equal("Permits", Assert.Throws<ArgumentOutOfRangeException>(() => new RedisRequestBudget(connection, new() { Name = "n", Permits = 0 })).ParamName);
        Assert.Equal("MaxHold", Assert.Throws<ArgumentOutOfRangeException>(() => new RedisRequestBudget(connection, new() { Name = "n", MaxHold = TimeSpan.Zero })).ParamName);
        await using var budget = new RedisRequestBudget(connection, new() { Name = "n" });
        Assert.Throws<ArgumentOutOfRangeException>(() => budget.AttemptAcquire(2));
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds()) await Task.Delay(20, patience.Token);
    }

    private sealed class LogLines : ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception));
    }
}
