using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Peeker.DependencyInjection;

/// <summary>Puts a client together from what the host has registered under its name.</summary>
internal static class ClientParts
{
    public static PeekerClient Make(IServiceProvider services, string settingsName, string httpName)
    {
        var monitor = services.GetRequiredService<IOptionsMonitor<PeekerSettings>>();
        return new(Options(
            monitor.Get(settingsName),
            new RotatingKey(monitor, settingsName).GetAsync,
            new FactoryHandler(services.GetRequiredService<IHttpMessageHandlerFactory>(), httpName),
            services.GetKeyedService<RateLimiter>(httpName),
            services.GetService<ILoggerFactory>(),
            services.GetService<TimeProvider>()));
    }

    public static PeekerClientOptions Options(
        PeekerSettings settings, Func<CancellationToken, ValueTask<string>> key, HttpMessageHandler handler,
        RateLimiter? budget = null, ILoggerFactory? loggers = null, TimeProvider? time = null) => new()
    {
        ApiKeySource = key,
        BaseAddress = settings.BaseAddress,
        AllowedHosts = [.. new PeekerClientOptions().AllowedHosts, .. settings.AllowedHosts],
        AttemptTimeout = settings.AttemptTimeout,
        Deadline = settings.Deadline,
        MaxRetries = settings.MaxRetries,
        RequestsPerMinute = settings.RequestsPerMinute,
        MaxResponseBytes = settings.MaxResponseBytes,
        Handler = handler,
        RequestBudget = budget,
        LoggerFactory = loggers,
        Time = time ?? TimeProvider.System,
    };

    // An empty text is what configuration makes of a key that was left blank.
    public static string KeyOf(PeekerSettings settings) =>
        string.IsNullOrEmpty(settings.ApiKey) ? Environment.GetEnvironmentVariable("PEEKER_API_KEY") ?? "" : settings.ApiKey;
}
