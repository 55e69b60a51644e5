using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Peeker.AspNetCore;
using Peeker.Redis;
using Peeker.Redis.Tests;
using Peeker.Sqlite;
using StackExchange.Redis;

namespace Peeker.Inbox.Tests;

/// <summary>The code of docs/inbox.md.</summary>
public sealed class InboxGuideTests
{
    [Fact]
    public async Task A_host_with_a_file()
    {
        const string secret = "whsec_guide";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddPeekerWebhooks(settings => settings.Secrets["live"] = secret)
            .Handle<OrderCompleted>((delivery, stop) => StoreAsync(delivery, stop));
        builder.Services.AddPeekerSqliteInbox("/var/lib/shop/peeker-inbox.db");

        // The guide's folder is nobody's here; the one that is registered last counts.
        var folder = Directory.CreateTempSubdirectory("peeker-inbox-");
        builder.Services.AddPeekerSqliteInbox(Path.Combine(folder.FullName, "inbox.db"));
        await using (var app = builder.Build())
        {
            Assert.IsType<SqliteWebhookInbox>(app.Services.GetRequiredService<IWebhookInbox>());
            Assert.Same(app.Services.GetRequiredService<IWebhookInbox>(), app.Services.GetRequiredService<IDurableWebhookInbox>());
        }

        folder.Delete(recursive: true);

        static Task StoreAsync(WebhookDelivery<OrderCompleted> delivery, CancellationToken stop) => Task.FromResult(delivery.Event).WaitAsync(stop);
    }

    [Fact]
    public async Task A_host_with_Redis()
    {
        await using var redis = await RedisServer.ConnectAsync(RedisServer.FreePort());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<IConnectionMultiplexer>(redis);
        builder.Services.AddPeekerRedisInbox();
        builder.Services.AddPeekerWebhooks(settings => settings.Secrets["live"] = "whsec_guide");
        await using var app = builder.Build();
        Assert.IsType<RedisWebhookInbox>(app.Services.GetRequiredService<IWebhookInbox>());
    }

    [Fact]
    public async Task Dead_letters()
    {
        await using var under = new SqliteInboxUnderTest();
        var (inbox, stop) = (under.Durable, CancellationToken.None);
        var claim = await under.ClaimAsync(InboxUnderTest.Event());
        await inbox.BuryAsync(claim, "System.TimeoutException", stop);
        var eventId = claim.Event.EventId;
        await foreach (var letter in inbox.DeadLettersAsync(stop)) Console.WriteLine($"{letter.BuriedAt:u} {letter}");
        await inbox.ReviveAsync(eventId, stop);   // works it off now, with its attempts back
        Assert.NotNull(await inbox.ClaimNextAsync(TimeSpan.FromSeconds(30), stop));
    }
}
