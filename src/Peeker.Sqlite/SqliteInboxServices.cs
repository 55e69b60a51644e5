using Microsoft.Extensions.DependencyInjection.Extensions;
using Peeker;
using Peeker.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the inbox in a SQLite file.</summary>
public static class SqliteInboxServices
{
    /// <summary>Keeps events in a file. The inbox takes the place of one that was registered before; the host closes it.</summary>
    /// <param name="services">The services.</param>
    /// <param name="file">The path of the file, which is made when there is none.</param>
    /// <param name="options">How it works. Without, the <see cref="TimeProvider"/> of the services is its clock, if there is one.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public static IServiceCollection AddPeekerSqliteInbox(this IServiceCollection services, string file, SqliteWebhookInboxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        services.RemoveAll<IDurableWebhookInbox>().RemoveAll<IWebhookInbox>();
        services.AddSingleton<IDurableWebhookInbox>(provider =>
            new SqliteWebhookInbox(file, options ?? new() { Time = provider.GetService<TimeProvider>() ?? TimeProvider.System }));
        return services.AddSingleton<IWebhookInbox>(static provider => provider.GetRequiredService<IDurableWebhookInbox>());
    }
}
