using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Peeker.Sandbox;

namespace Peeker.DependencyInjection.Tests;

/// <summary>Hosts as a test needs them.</summary>
internal static class Given
{
    public const string Key = "pk_test_0123456789SECRET";

    public static IConfigurationRoot Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();

    public static ServiceProvider Services(IConfiguration section, Action<IHttpClientBuilder>? http = null, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        more?.Invoke(services);
        var builder = services.AddPeeker(section);
        http?.Invoke(builder);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    /// <summary>Settings that lead to a sandbox on a port.</summary>
    public static IConfigurationRoot SettingsFor(PeekerSandbox sandbox, params (string Key, string? Value)[] more) =>
        Configuration([("ApiKey", sandbox.ApiKey), ("BaseAddress", sandbox.BaseAddress.AbsoluteUri), .. more]);
}
