using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Peeker;

namespace WebhookReceiver;

/// <summary>The web application: one address for Peeker, two for whoever wants to know how an order is.</summary>
internal static class Receiver
{
    public const string Path = "/webhooks/peeker";

    public static WebApplication Make(WebApplicationBuilder builder, TextWriter screen)
    {
        builder.Services.AddPeeker(builder.Configuration.GetSection("Peeker"));
        builder.Services.AddSingleton(new OrderBook(screen));
        builder.Services.AddPeekerWebhooks(builder.Configuration.GetSection("Peeker:Webhooks")).Handle<WebhookEvent, OrderBook>();

        var app = builder.Build();
        app.MapPeekerWebhooks(Path);
        app.MapGet("/orders", (HttpContext context) => context.Response.WriteAsJsonAsync(context.RequestServices.GetRequiredService<OrderBook>().States));
        app.MapGet("/orders/{id}", (HttpContext context) => context.RequestServices.GetRequiredService<OrderBook>().States.TryGetValue((string)context.GetRouteValue("id")!, out var state)
            ? context.Response.WriteAsync(state)
            : Missing(context));
        return app;
    }

    private static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
