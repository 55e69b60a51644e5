using Microsoft.Extensions.DependencyInjection;

namespace Peeker.AspNetCore;

/// <summary>The scope in which an event is worked on, made when the first handler asks for a service: many never do.</summary>
internal sealed class LazyScope(IServiceScopeFactory scopes) : IServiceProvider, IAsyncDisposable
{
    private AsyncServiceScope? _made;
    private bool _isDisposed;

    /// <exception cref="ObjectDisposedException">The run has ended.</exception>
    public IServiceProvider Services
    {
        get
        {
            // A handler may do several things at once.
            lock (this)
            {
                ObjectDisposedException.ThrowIf(_isDisposed && _made is null, this);
                return (_made ??= scopes.CreateAsyncScope()).ServiceProvider;
            }
        }
    }

    public object? GetService(Type serviceType) => Services.GetService(serviceType);

    public ValueTask DisposeAsync()
    {
        lock (this)
        {
            _isDisposed = true;
            return _made is { } made ? made.DisposeAsync() : default;
        }
    }
}
