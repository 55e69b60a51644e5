using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Peeker.AspNetCore.Tests;

/// <summary>Timers that are used for one run after the other, and the scope that is made when somebody asks.</summary>
public sealed class AlarmsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _rung = [];

    [Fact]
    public void An_alarm_that_was_given_back_does_not_ring()
    {
        using var alarms = new Alarms(_time);
        alarms.Return(alarms.Set(Minute, Never, Ring, "first"));
        _time.Advance(2 * Minute);
        Assert.Empty(_rung);
    }

    [Fact]
    public void An_alarm_that_is_used_again_rings_for_the_run_that_has_it_and_at_its_time()
    {
        using var alarms = new Alarms(_time);
        var first = alarms.Set(Minute, Never, Ring, "first");
        _time.Advance(Minute / 2);
        alarms.Return(first);
        Assert.Same(first, alarms.Set(Minute, Minute, Ring, "second"));
        _time.Advance(Minute / 2);
        Assert.Empty(_rung);
        _time.Advance(Minute / 2);
        Assert.Equal(["second"], _rung);
        _time.Advance(2 * Minute);
        Assert.Equal(["second", "second", "second"], _rung);
    }

    [Fact]
    public void Two_runs_at_once_have_an_alarm_each_and_the_flow_of_their_own()
    {
        using var alarms = new Alarms(_time);
        var flow = new AsyncLocal<string>();
        var (one, other) = (In("one"), In("other"));
        Assert.NotSame(one, other);
        _time.Advance(Minute);
        Assert.Equal(["one", "other"], _rung.Order());
        alarms.Return(one);
        In("another");
        _time.Advance(Minute);
        Assert.Equal("another", _rung[^1]);

        Alarm In(string text)
        {
            flow.Value = text;
            return alarms.Set(Minute, Never, _ => _rung.Add(flow.Value!), text);
        }
    }

    [Fact]
    public async Task A_scope_is_made_when_somebody_asks_and_ends_with_the_run()
    {
        await using var services = new ServiceCollection().AddScoped<Disposed>().BuildServiceProvider();
        var factory = new Counting(services.GetRequiredService<IServiceScopeFactory>());
        await new LazyScope(factory).DisposeAsync();
        Assert.Equal(0, factory.Made);

        var scope = new LazyScope(factory);
        var (disposed, again) = (scope.Services.GetRequiredService<Disposed>(), scope.Services.GetRequiredService<Disposed>());
        Assert.Same(disposed, again);
        Assert.Equal((1, false), (factory.Made, disposed.Is));
        await scope.DisposeAsync();
        Assert.True(disposed.Is);

        var late = new LazyScope(factory);
        await late.DisposeAsync();
        Assert.Throws<ObjectDisposedException>(() => late.Services);
    }

    private void Ring(object? state) => _rung.Add((string)state!);

    private sealed class Counting(IServiceScopeFactory scopes) : IServiceScopeFactory
    {
        public int Made { get; private set; }

        public IServiceScope CreateScope()
        {
            Made++;
            return scopes.CreateScope();
        }
    }

    private sealed class Disposed : IDisposable
    {
        public bool Is { get; private set; }

        public void Dispose() => Is = true;
    }
}
