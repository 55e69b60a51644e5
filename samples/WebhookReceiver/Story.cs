using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Peeker;
using Peeker.AspNetCore;
using Peeker.Sandbox;

namespace WebhookReceiver;

/// <summary>The receiver meets what the real world does to events: doubles, disorder, loss. The sandbox sends; no account and no network are needed.</summary>
internal static class Story
{
    /// <summary>The states of the orders at the end.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RunAsync(TextWriter screen)
    {
        await using var sandbox = await PeekerSandbox.StartAsync(new() { Seed = 5 });
        await using var app = await StartAsync(sandbox, screen);
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress });
        sandbox.Webhooks.Url = new(new Uri(app.Urls.First()), Receiver.Path);

        await screen.WriteLineAsync("== Every event is delivered twice");
        sandbox.Webhooks.DuplicateShare = 1;
        await OrderAsync("acme-mail.com");
        await screen.WriteLineAsync($"{sandbox.Webhooks.Deliveries.Count} deliveries, {sandbox.Webhooks.Deliveries.Count(delivery => delivery.IsAccepted)} accepted, each event handled once");

        await screen.WriteLineAsync("== The last comes first");
        sandbox.Webhooks.DuplicateShare = 0;
        sandbox.Webhooks.Hold();
        await OrderAsync("acme-team.com");
        sandbox.Webhooks.Release(WebhookOrder.Reversed);
        await sandbox.Clock.AdvanceAsync(TimeSpan.Zero);

        await screen.WriteLineAsync("== Nothing comes");
        sandbox.Webhooks.Url = null;
        var lost = await OrderAsync("acme-post.com");
        var outcome = await app.Services.GetRequiredService<PeekerReconciliation>().ReconcileOpenOrdersAsync(Open(lost));
        await screen.WriteLineAsync($"{outcome.Raised} event raised");

        await screen.WriteLineAsync("== What the shop knows");
        var states = app.Services.GetRequiredService<OrderBook>().States;
        foreach (var (id, state) in states.OrderBy(pair => pair.Key, StringComparer.Ordinal)) await screen.WriteLineAsync($"{id} {state}");
        return states;

        async Task<string> OrderAsync(string domain)
        {
            var order = await peeker.Orders.CreateAsync(new CustomOrder
            {
                User = "alex@acme.com",
                GoogleLicenses = 2,
                Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
                Domains = [domain],
                Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
            });
            await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
            return order.Id;
        }
    }

    private static async Task<WebApplication> StartAsync(PeekerSandbox sandbox, TextWriter screen)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Peeker:ApiKey"] = sandbox.ApiKey,
            ["Peeker:BaseAddress"] = sandbox.BaseAddress.AbsoluteUri,
            ["Peeker:Webhooks:Secrets:sandbox"] = sandbox.Webhooks.Secret,
        });
        // Both look at one clock, since the sandbox's is moved.
        builder.Services.AddSingleton<TimeProvider>(sandbox.Clock);
        var app = Receiver.Make(builder, screen);
        await app.StartAsync();
        return app;
    }

    private static async IAsyncEnumerable<string> Open(string id)
    {
        await Task.CompletedTask;
        yield return id;
    }
}
