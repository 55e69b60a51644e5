using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Peeker.Sandbox;

namespace Peeker.DependencyInjection.Tests;

public class RegistrationTests
{
    [Fact]
    public async Task A_client_comes_from_a_section_of_configuration()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var services = Given.Services(Given.SettingsFor(sandbox));
        var peeker = services.GetRequiredService<PeekerClient>();
        Assert.Equal(KeyEnvironment.Test, (await peeker.Me.GetAsync()).ApiKey.Environment);
        Assert.Same(peeker, services.GetRequiredService<PeekerClient>());
    }

    [Fact]
    public async Task Clients_can_have_names()
    {
        await using var one = await PeekerSandbox.StartAsync();
        await using var two = await PeekerSandbox.StartAsync();
        var services = new ServiceCollection();
        services.AddPeeker("one", Given.SettingsFor(one));
        services.AddPeeker("two", Given.SettingsFor(two));
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredKeyedService<PeekerClient>("one").Bundles.CreateAsync(new() { Name = "in one", MonthlySendingVolume = 1 });
        Assert.Empty((await provider.GetRequiredKeyedService<PeekerClient>("two").Bundles.ListPageAsync()).Data);
        Assert.Single((await provider.GetRequiredKeyedService<PeekerClient>("one").Bundles.ListPageAsync()).Data);
        Assert.Null(provider.GetService<PeekerClient>());
    }

    [Fact]
    public void Every_setting_is_bound()
    {
        var services = Given.Services(Given.Configuration(
            ("ApiKey", Given.Key), ("BaseAddress", "https://proxy.example/partner/v1"), ("AllowedHosts:0", "proxy.example"), ("AttemptTimeout", "00:00:07"),
            ("Deadline", "00:00:40"), ("MaxRetries", "2"), ("RequestsPerMinute", "1200"), ("MaxResponseBytes", "1000")));
        var settings = services.GetRequiredService<IOptionsMonitor<PeekerSettings>>().CurrentValue;
        Assert.Equal(
            (new Uri("https://proxy.example/partner/v1"), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(40), 2, 1200, 1000),
            (settings.BaseAddress, settings.AttemptTimeout, settings.Deadline, settings.MaxRetries, settings.RequestsPerMinute, settings.MaxResponseBytes));
        Assert.Equal(["proxy.example"], settings.AllowedHosts);
        Assert.NotNull(services.GetRequiredService<PeekerClient>());
        Assert.DoesNotContain(Given.Key, settings.ToString(), StringComparison.Ordinal);
        Assert.Equal(typeof(PeekerSettings).GetProperties().Select(property => property.Name).Order(),
            new[] { "ApiKey", "AllowedHosts", "AttemptTimeout", "BaseAddress", "Deadline", "MaxResponseBytes", "MaxRetries", "RequestsPerMinute" }.Order());
    }

    [Theory]
    [InlineData("ApiKey", "not a key", "ApiKey")]
    [InlineData("BaseAddress", "http://api.peeker.ai/", "BaseAddress")]
    [InlineData("BaseAddress", "https://elsewhere.example/", "AllowedHosts")]
    [InlineData("Deadline", "00:00:00", "Deadline")]
    [InlineData("MaxRetries", "-1", "MaxRetries")]
    [InlineData("RequestsPerMinute", "0", "RequestsPerMinute")]
    public async Task A_host_with_an_impossible_setting_does_not_start(string setting, string value, string named)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Peeker:ApiKey"] = Given.Key, [$"Peeker:{setting}"] = value });
        builder.Services.AddPeeker(builder.Configuration.GetSection("Peeker"));
        using var host = builder.Build();
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains(named, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not a key", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_key_does_not_start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddPeeker("eu", builder.Configuration.GetSection("Peeker"));
        using var host = builder.Build();
        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("'eu'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("No API key", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_rotated_in_configuration_is_used_by_the_next_attempt()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        var configuration = Given.SettingsFor(sandbox);
        await using var services = Given.Services(configuration);
        var peeker = services.GetRequiredService<PeekerClient>();
        await peeker.Me.GetAsync();
        var second = sandbox.Keys.Create(KeyEnvironment.Test, PermissionPreset.Full);
        configuration["ApiKey"] = second;
        configuration.Reload();
        sandbox.Keys.Revoke(sandbox.ApiKey);
        await peeker.Me.GetAsync();
        configuration["ApiKey"] = "";
        Assert.ThrowsAny<Exception>(configuration.Reload);
        await peeker.Me.GetAsync();
    }

    [Fact]
    public async Task Clock_and_budget_come_from_the_services()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        var budget = new ConcurrencyLimiter(new() { PermitLimit = 1, QueueLimit = 0 });
        await using (var services = Given.Services(Given.SettingsFor(sandbox), http => http.UseRequestBudget(_ => budget)))
        {
            var peeker = services.GetRequiredService<PeekerClient>();
            using (budget.AttemptAcquire()) await Assert.ThrowsAsync<PeekerBudgetException>(() => peeker.Me.GetAsync());
            await peeker.Me.GetAsync();
        }

        Assert.Throws<ObjectDisposedException>(() => budget.AttemptAcquire());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var services = Given.Services(Given.SettingsFor(sandbox), http => http.AddHttpMessageHandler(() => new Redirecting()));
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => services.GetRequiredService<PeekerClient>().Me.GetAsync());
        Assert.Equal(HttpStatusCode.TemporaryRedirect, thrown.Status);
    }

    private sealed class Redirecting : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.TemporaryRedirect) { Headers = { Location = new("https://elsewhere.example/") } });
    }
}
