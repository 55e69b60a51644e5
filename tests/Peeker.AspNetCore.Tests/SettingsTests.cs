using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Peeker.AspNetCore.Tests;

/// <summary>Secrets and other settings.</summary>
public class SettingsTests
{
    [Theory]
    [InlineData("Secrets:live", "", "Secrets:live")]
    [InlineData("Secrets:live", "  ", "Secrets:live")]
    [InlineData("Secrets:reconciled", "x", "reconciled")]
    [InlineData("Secrets:Reconciled-live", "x", "Reconciled-live")]
    [InlineData("MaxBodyBytes", "0", "MaxBodyBytes")]
    [InlineData("Tolerance", "-00:00:01", "Tolerance")]
    [InlineData("Workers", "0", "Workers")]
    [InlineData("MaxAttempts", "0", "MaxAttempts")]
    [InlineData("MaxRetryAfter", "00:00:01", "MaxRetryAfter")]
    public async Task A_host_does_not_start_with_a_setting_that_is_not_possible(string key, string value, string named)
    {
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => Host.StartAsync(settings: (key, value)));
        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_does_not_start_without_a_secret()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddPeekerWebhooks(builder.Configuration.GetSection("Nowhere"));
        await using var app = builder.Build();
        var wrong = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());
        Assert.Contains("Secrets:live", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_without_registering_says_what_is_missing()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        Assert.Contains("AddPeekerWebhooks", Assert.Throws<InvalidOperationException>(() => app.MapPeekerWebhooks("/hook")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_changes_is_used_by_the_next_request()
    {
        var labels = new List<string>();
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>((delivery, _) =>
        {
            labels.Add(delivery.SecretLabel);
            return Task.CompletedTask;
        }));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync(host.Delivery(Host.Event("evt_1"), "evt_1", secret: "second")));

        host.Settings["Secrets:live-next"] = "second";
        host.Settings.Reload();
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync(host.Delivery(Host.Event("evt_1"), "evt_1", secret: "second")));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_2"));
        Assert.Equal(["live-next", "live"], labels);

        host.Settings["Secrets:live"] = "second";
        host.Settings.Reload();
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync("evt_3"));
    }

    [Fact]
    public async Task When_the_last_secret_is_taken_away_nothing_is_trusted_and_peeker_delivers_again()
    {
        await using var host = await Host.StartAsync();
        host.Settings["Secrets:live"] = "";
        // A file that reloads throws where nobody looks.
        Assert.ThrowsAny<Exception>(host.Settings.Reload);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.SendAsync("evt_1"));
        Assert.Equal(1, host.Log.Count(104));
        host.Settings["Secrets:live"] = Host.Secret;
        host.Settings.Reload();
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
    }

    [Theory]
    [InlineData("Tolerance", "abc", false)]
    [InlineData("Workers", "many", true)]
    [InlineData("Lease", "00:00:00", true)]
    public async Task A_change_that_cannot_be_read_leaves_the_last_good_settings_in_force(string key, string value, bool durable)
    {
        await using var host = await Host.StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>((_, _) => Task.CompletedTask), durable ? clock => new DurableInbox(clock) : null);
        host.Settings[key] = value;
        Assert.ThrowsAny<Exception>(host.Settings.Reload);
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_2", order: "ord_2"));
        if (host.Inbox is DurableInbox inbox) await Eventually.TrueAsync(() => inbox.CompletedCount == 2);
        Assert.False(host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        Assert.Equal((0, 1), (host.Log.Count(104), host.Log.Count(113)));
        host.Settings[key] = null;
        host.Settings["Secrets:live"] = "second";
        host.Settings.Reload();
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync("evt_3"));
    }

    [Fact]
    public async Task Without_any_good_settings_ever_nothing_is_trusted()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        using var log = new LogBook();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Configuration["Hook:Secrets:live"] = Host.Secret;
        builder.Services.AddPeekerWebhooks(builder.Configuration.GetSection("Hook"));
        // As in a host that does not ask for them at its start.
        builder.Services.Configure<PeekerWebhookSettings>(_ => throw new FormatException("alex@acme.com"));
        foreach (var check in builder.Services.Where(service => service.ServiceType == typeof(IStartupValidator)).ToArray()) builder.Services.Remove(check);
        await using var app = builder.Build();
        app.MapPeekerWebhooks("/hook");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var body = new ByteArrayContent(Host.Event("evt_1")) { Headers = { ContentType = new("application/json") } };
        using var answer = await http.PostAsync(new Uri("/hook", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal((1, 0), (log.Count(104), log.Count(113)));
        Assert.DoesNotContain("alex", log.All, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_in_no_text()
    {
        var settings = new PeekerWebhookSettings { Secrets = { ["live"] = Host.Secret } };
        Assert.DoesNotContain(Host.Secret, settings.ToString(), StringComparison.Ordinal);
    }
}
