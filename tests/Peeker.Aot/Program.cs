using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Peeker;

// A host without reflection, against a sandbox whose address and key are arguments.
var builder = Host.CreateEmptyApplicationBuilder(new());
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Peeker:BaseAddress"] = args[0],
    ["Peeker:ApiKey"] = args[1],
    ["Peeker:Deadline"] = "00:00:42",
    ["Peeker:AllowedHosts:0"] = "proxy.example",
});
builder.Services.AddPeeker(builder.Configuration.GetSection("Peeker"));
using var host = builder.Build();
await host.StartAsync();
var peeker = host.Services.GetRequiredService<PeekerClient>();
var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Ahead of time", MonthlySendingVolume = 25_000 });
await foreach (var row in peeker.Bundles.ListAsync()) Console.WriteLine($"{row.Name}: {row.RequiredDomains.Total} domains");
try
{
    await peeker.Bundles.GetAsync("bun_none");
}
catch (PeekerNotFoundException missing)
{
    Console.WriteLine(missing.Code);
}

await host.StopAsync();
return bundle.RequiredDomains.Google == 15 ? 0 : 1;
