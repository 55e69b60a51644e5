using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Peeker;
using Peeker.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what receives Peeker's webhooks.</summary>
public static class PeekerWebhookServiceCollectionExtensions
{
    /// <summary>Registers the webhooks with the settings of a section of configuration. The host does not start without a secret.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="section">The section, for example <c>configuration.GetSection("Peeker:Webhooks")</c>. Secrets that change there are used by the next request.</param>
    /// <returns>A builder for handlers and the inbox.</returns>
    public static PeekerWebhookBuilder AddPeekerWebhooks(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<PeekerWebhookSettings>().Bind(section);
        return Add(services);
    }

    /// <summary>Registers the webhooks with settings made in code.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Sets at least a secret.</param>
    /// <returns>A builder for handlers and the inbox.</returns>
    public static PeekerWebhookBuilder AddPeekerWebhooks(this IServiceCollection services, Action<PeekerWebhookSettings> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.Configure(configure);
        return Add(services);
    }

    private static PeekerWebhookBuilder Add(IServiceCollection services)
    {
        services.AddOptions<PeekerWebhookSettings>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PeekerWebhookSettings>, WebhookSettingsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IWebhookInbox, InMemoryWebhookInbox>();
        services.TryAddSingleton<WebhookLog>();
        services.TryAddSingleton<SettingsInForce>();
        services.TryAddSingleton(provider => new StopLimit(
            provider.GetRequiredService<SettingsInForce>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<WebhookLog>(), provider.GetService<IHostApplicationLifetime>()));
        services.TryAddSingleton<WorkSignal>();
        services.TryAddSingleton<RunWatches>();
        services.TryAddSingleton<EventRun>();
        services.TryAddSingleton<EventDesk>();
        services.TryAddSingleton<WebhookVerifiers>();
        services.TryAddSingleton<WebhookEndpoint>();
        services.TryAddSingleton(provider => new RetryPause(provider.GetService<Random>()));
        services.TryAddSingleton<WorkOff>();
        services.TryAddSingleton(Reconciliation);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, InboxWorker>());
        return new(services);
    }

    private static PeekerReconciliation Reconciliation(IServiceProvider provider) => new(
        provider.GetService<PeekerClient>() ?? throw new InvalidOperationException("Reconciliation asks the API and needs a PeekerClient; register one with services.AddPeeker(...)."),
        provider.GetRequiredService<IWebhookInbox>(),
        provider.GetRequiredService<EventDesk>(),
        provider.GetRequiredService<SettingsInForce>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<WebhookLog>());
}
