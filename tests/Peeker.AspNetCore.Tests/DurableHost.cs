using Microsoft.Extensions.DependencyInjection;

namespace Peeker.AspNetCore.Tests;

/// <summary>A host whose inbox keeps events and works them off.</summary>
internal static class DurableHost
{
    public static Task<Host> StartAsync(
        Action<PeekerWebhookBuilder> handlers, double chance = 0, Func<TimeProvider, IWebhookInbox>? inbox = null, params (string Key, string? Value)[] settings) =>
        Host.StartAsync(handlers, inbox ?? (clock => new DurableInbox(clock)), builder => builder.Services.AddSingleton<Random>(new FixedChance(chance)), settings);

    public static InboxEvent Kept(TimeProvider clock) => new()
    {
        EventId = "evt_1",
        EventType = "order.completed",
        Body = Host.Event("evt_1"),
        ReceivedAt = clock.GetUtcNow(),
        SecretLabel = "live",
    };
}
