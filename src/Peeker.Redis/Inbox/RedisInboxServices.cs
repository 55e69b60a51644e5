using Microsoft.Extensions.DependencyInjection.Extensions;
using Peeker;
using Peeker.Redis;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the inbox over Redis.</summary>
public static class RedisInboxServices
{
    /// <summary>Shares the inbox between instances, over the <see cref="IConnectionMultiplexer"/> of the services. It takes the place of one that was registered before.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">What the instances share.</param>
    public static IServiceCollection AddPeekerRedisInbox(this IServiceCollection services, RedisWebhookInboxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.RemoveAll<IDurableWebhookInbox>().RemoveAll<IWebhookInbox>();
        return services.AddSingleton<IWebhookInbox>(provider => new RedisWebhookInbox(provider.GetRequiredService<IConnectionMultiplexer>(), options));
    }
}
