using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Peeker.AspNetCore;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that Peeker delivers to.</summary>
public static class PeekerWebhookEndpointExtensions
{
    /// <summary>
    /// Receives Peeker's webhooks at a path: POST only. The endpoint reads the raw body itself, and needs no authorization, since the signature is what
    /// is trusted.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, as it is saved in the portal.</param>
    /// <exception cref="InvalidOperationException"><c>AddPeekerWebhooks</c> was not called.</exception>
    public static IEndpointConventionBuilder MapPeekerWebhooks(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var endpoint = endpoints.ServiceProvider.GetService<WebhookEndpoint>()
            ?? throw new InvalidOperationException("The webhooks are not registered; call services.AddPeekerWebhooks(...) before the application is built.");
        return endpoints.MapPost(pattern, endpoint.HandleAsync).AllowAnonymous().WithDisplayName($"Peeker webhooks {pattern}");
    }
}
