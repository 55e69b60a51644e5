using Peeker.Sandbox;
using StackExchange.Redis;

namespace Peeker.Redis.Tests;

/// <summary>The code of docs/budget.md, run; the page holds no other.</summary>
public sealed class BudgetGuideTests : IAsyncLifetime
{
    private PeekerSandbox _sandbox = null!;

    [Fact]
    public async Task All_clients_of_a_key_share_a_budget()
    {
        var (key, address) = (_sandbox.ApiKey, _sandbox.BaseAddress);
        using var peeker = new PeekerClient(key, new() { BaseAddress = address, RequestsPerMinute = 1200 });   // 600 if you do not say
        await peeker.Bundles.ListPageAsync();
    }

    [Fact]
    public async Task A_budget_of_ones_own()
    {
        var (key, address) = (_sandbox.ApiKey, _sandbox.BaseAddress);
        using var budget = new SlidingRequestBudget(new() { Permits = 60, Window = TimeSpan.FromSeconds(10), QueueLimit = 500 });
        using var peeker = new PeekerClient(key, new() { BaseAddress = address, RequestBudget = budget });
        await peeker.Bundles.ListPageAsync();
        Assert.Equal(59, budget.GetStatistics()!.CurrentAvailablePermits);
    }

    [RedisFact]
    public async Task A_budget_for_many_processes()
    {
        await using var server = await RedisServer.StartAsync();
        var (key, address, host) = (_sandbox.ApiKey, _sandbox.BaseAddress, $"127.0.0.1:{server.Port}");
        await using var redis = await ConnectionMultiplexer.ConnectAsync($"{host},abortConnect=false");
        await using var budget = new RedisRequestBudget(redis, new() { Name = "peeker-production" });
        using var peeker = new PeekerClient(key, new() { BaseAddress = address, RequestBudget = budget });
        await peeker.Bundles.ListPageAsync();
        Assert.True(budget.IsShared);
        Assert.Equal(599, budget.GetStatistics()!.CurrentAvailablePermits);
    }

    public async Task InitializeAsync() => _sandbox = await PeekerSandbox.StartAsync();

    public Task DisposeAsync() => _sandbox.DisposeAsync().AsTask();
}
