using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Peeker.Sandbox;

namespace Peeker.DependencyInjection.Tests;

/// <summary>The blocks of docs/hosting.md.</summary>
public class HostingGuideTests
{
    private static readonly IConfiguration Section = Given.Configuration(("ApiKey", Given.Key));

    [Fact]
    public async Task A_host()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Peeker:ApiKey"] = sandbox.ApiKey, ["Peeker:BaseAddress"] = sandbox.BaseAddress.AbsoluteUri });
        builder.Services.AddPeeker(builder.Configuration.GetSection("Peeker"));
        using var host = builder.Build();
        await host.StartAsync();
        var peeker = host.Services.GetRequiredService<PeekerClient>();
        var me = await peeker.Me.GetAsync();
        Assert.Equal(KeyEnvironment.Test, me.ApiKey.Environment);
        await host.StopAsync();
    }

    [Fact]
    public void Code_in_place_of_configuration()
    {
        var services = new ServiceCollection();
        services.AddPeeker(settings => settings.Deadline = TimeSpan.FromSeconds(30));
        services.Configure<PeekerSettings>(settings => settings.ApiKey = Given.Key);
        Assert.NotNull(services.BuildServiceProvider().GetRequiredService<PeekerClient>());
    }

    [Fact]
    public void Several_clients()
    {
        var (firstSection, secondSection) = (Section, Section);
        var services = new ServiceCollection();
        services.AddPeeker("one", firstSection);
        services.AddPeeker("two", secondSection);
        var provider = services.BuildServiceProvider();
        Assert.NotSame(provider.GetRequiredKeyedService<PeekerClient>("one"), provider.GetRequiredKeyedService<PeekerClient>("two"));
    }

    [Fact]
    public void A_budget_and_a_handler()
    {
        var section = Section;
        var services = new ServiceCollection();
        services.AddSingleton<RateLimiter>(_ => new SlidingRequestBudget());
        services.AddPeeker(section).UseRequestBudget(provider => provider.GetRequiredService<RateLimiter>());
        services.AddPeeker(section).AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
        Assert.NotNull(services.BuildServiceProvider().GetRequiredService<PeekerClient>());
    }
}
