using Peeker;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.ClearProviders();
builder.Configuration["Peeker:ApiKey"] = Environment.GetEnvironmentVariable("PEEKER_API_KEY");
builder.Configuration["Peeker:BaseAddress"] = Environment.GetEnvironmentVariable("PEEKER_BASE_ADDRESS");
builder.Services.AddPeeker(builder.Configuration.GetSection("Peeker"));
builder.Services.AddHostedService<Worker>();
await builder.Build().RunAsync();

internal sealed class Worker(PeekerClient peeker, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Console.WriteLine((await peeker.Me.GetAsync(stoppingToken)).ApiKey.Environment);
        lifetime.StopApplication();
    }
}
