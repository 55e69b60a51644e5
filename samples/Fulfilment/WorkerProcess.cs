using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Peeker;

namespace Fulfilment;

/// <summary>The host of the worker. Many may run on one database.</summary>
internal static class WorkerProcess
{
    public static async Task RunAsync(string database, Uri baseAddress, TextWriter screen)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddPeeker(settings => settings.BaseAddress = baseAddress);
        builder.Services.AddDbContextFactory<ShopDatabase>(options => options.UseSqlite($"Data Source={database}"));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new SequencerLogin("peeker@shop.example", Environment.GetEnvironmentVariable("SEQUENCER_PASSWORD") ?? "a-dedicated-login"));
        builder.Services.AddSingleton(TextWriter.Synchronized(screen));
        builder.Services.AddSingleton<PurchaseFulfilment>();
        builder.Services.AddHostedService<FulfilmentWorker>();
        using var host = builder.Build();
        await host.RunAsync();
    }
}
