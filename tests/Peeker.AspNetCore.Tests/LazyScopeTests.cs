using Microsoft.Extensions.DependencyInjection;

namespace Peeker.AspNetCore.Tests;

/// <summary>The scope that is made when somebody asks.</summary>
public sealed class LazyScopeTests
{
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
