using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Peeker.Sandbox;
using Polly;

namespace Peeker.DependencyInjection.Tests;

/// <summary>What happens when the host puts a resilience handler of its own on top.</summary>
public class StackedResilienceTests
{
    [Fact]
    public async Task The_hosts_handler_may_repeat_a_read()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var services = Stacked(sandbox);
        sandbox.Faults.Next(1, new SandboxFault(FaultKind.Unavailable));
        await services.GetRequiredService<PeekerClient>().Me.GetAsync();
        Assert.Equal(2, sandbox.Requests.All.Count);
    }

    [Theory]
    [InlineData(FaultKind.Drop)]
    [InlineData(FaultKind.InternalError)]
    public async Task The_hosts_handler_cannot_repeat_a_write_that_may_have_taken_effect(FaultKind kind)
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var services = Stacked(sandbox);
        sandbox.Faults.Next(1, new SandboxFault(kind) { AfterWork = true });
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() =>
            services.GetRequiredService<PeekerClient>().Bundles.CreateAsync(new() { Name = "once", MonthlySendingVolume = 1 }));
        Assert.Contains("A handler of the host's repeats a write", thrown.ToString(), StringComparison.Ordinal);
        Assert.Single(sandbox.Requests.All);
    }

    [Fact]
    public async Task A_write_that_was_refused_for_its_rate_may_go_again()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var services = Stacked(sandbox);
        sandbox.Faults.Next(1, new SandboxFault(FaultKind.RateLimited));
        await services.GetRequiredService<PeekerClient>().Bundles.CreateAsync(new() { Name = "twice", MonthlySendingVolume = 1 });
        Assert.Equal(2, sandbox.Requests.All.Count);
    }

    [Fact]
    public async Task A_handler_told_to_leave_writes_alone_stays_out_of_the_way()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var services = Stacked(sandbox, options => options.Retry.DisableForUnsafeHttpMethods());
        sandbox.Faults.Next(1, new SandboxFault(FaultKind.Drop) { AfterWork = true });
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() =>
            services.GetRequiredService<PeekerClient>().Bundles.CreateAsync(new() { Name = "once", MonthlySendingVolume = 1 }));
        Assert.DoesNotContain("A handler of the host's repeats", thrown.ToString(), StringComparison.Ordinal);
        Assert.Single(sandbox.Requests.All);
    }

    [Fact]
    public async Task A_time_limit_of_the_hosts_is_an_open_end_like_any_other()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var services = Stacked(sandbox, options =>
        {
            options.Retry.ShouldHandle = _ => PredicateResult.False();
            options.AttemptTimeout.Timeout = TimeSpan.FromMilliseconds(200);
        });
        sandbox.Faults.Next(1, new SandboxFault(FaultKind.Stall) { StallFor = TimeSpan.FromSeconds(5) });
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() =>
            services.GetRequiredService<PeekerClient>().Bundles.CreateAsync(new() { Name = "late", MonthlySendingVolume = 1 }));
        Assert.True(Assert.IsType<PeekerConnectionException>(thrown.InnerException).MayHaveTakenEffect);
    }

    private static ServiceProvider Stacked(PeekerSandbox sandbox, Action<HttpStandardResilienceOptions>? configure = null) => Given.Services(
        Given.SettingsFor(sandbox),
        http => http.AddStandardResilienceHandler(options =>
        {
            options.Retry.Delay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        }));
}
