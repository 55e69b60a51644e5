using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Peeker;
using Peeker.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Peeker clients.</summary>
public static class PeekerServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="PeekerClient"/> with the settings of a section of configuration.</summary>
    /// <param name="services">Where to register it, as a singleton.</param>
    /// <param name="section">The section, for example <c>configuration.GetSection("Peeker")</c>. A key that changes there is used by the next attempt.</param>
    /// <returns>The builder of the HTTP client, for handlers, proxies and certificates.</returns>
    public static IHttpClientBuilder AddPeeker(this IServiceCollection services, IConfiguration section) =>
        services.AddPeeker(Options.Options.DefaultName, section);

    /// <summary>Registers a <see cref="PeekerClient"/> with settings made in code; without any, the key comes from <c>PEEKER_API_KEY</c>.</summary>
    /// <param name="services">Where to register it, as a singleton.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>The builder of the HTTP client.</returns>
    public static IHttpClientBuilder AddPeeker(this IServiceCollection services, Action<PeekerSettings>? configure = null) =>
        services.AddPeeker(Options.Options.DefaultName, configure);

    /// <summary>Registers one of several clients, as a keyed singleton: <c>[FromKeyedServices("eu")] PeekerClient peeker</c>.</summary>
    /// <inheritdoc cref="AddPeeker(IServiceCollection, IConfiguration)"/>
    /// <param name="services">Where to register it.</param>
    /// <param name="name">The client's name, and its key as a service.</param>
    /// <param name="section">Its section of configuration.</param>
    public static IHttpClientBuilder AddPeeker(this IServiceCollection services, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(section);
        services.AddOptions<PeekerSettings>(name).Bind(section);
        return Add(services, name);
    }

    /// <summary>Registers one of several clients, as a keyed singleton.</summary>
    /// <inheritdoc cref="AddPeeker(IServiceCollection, Action{PeekerSettings})"/>
    /// <param name="services">Where to register it.</param>
    /// <param name="name">The client's name, and its key as a service.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    public static IHttpClientBuilder AddPeeker(this IServiceCollection services, string name, Action<PeekerSettings>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        if (configure is not null) services.Configure(name, configure);
        return Add(services, name);
    }

    /// <summary>Replaces the request budget of a client, for example by one that many processes share.</summary>
    /// <param name="builder">What <c>AddPeeker</c> returned.</param>
    /// <param name="budget">Makes the budget, once; it is disposed with the services.</param>
    public static IHttpClientBuilder UseRequestBudget(this IHttpClientBuilder builder, Func<IServiceProvider, RateLimiter> budget)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(budget);
        builder.Services.AddKeyedSingleton(builder.Name, (services, _) => budget(services));
        return builder;
    }

    private static IHttpClientBuilder Add(IServiceCollection services, string name)
    {
        var httpName = name.Length == 0 ? nameof(Peeker) : $"{nameof(Peeker)}:{name}";
        services.AddOptions<PeekerSettings>(name).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PeekerSettings>>(new SettingsValidation(name));
        if (name.Length == 0) services.TryAddSingleton(provider => ClientParts.Make(provider, name, httpName));
        else services.TryAddKeyedSingleton(name, (provider, _) => ClientParts.Make(provider, name, httpName));

        // The factory's own loggers print addresses, before version 9 with their queries, and at Trace headers, the key's among them unless they are told not to.
        return services.AddHttpClient(httpName).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(static () => new RepeatGuard(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            EnableMultipleHttp2Connections = true,
            UseCookies = false,
        }));
    }
}
