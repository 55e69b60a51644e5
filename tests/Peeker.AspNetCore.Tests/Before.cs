using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Peeker.AspNetCore.Tests;

/// <summary>Middleware in front of the endpoint.</summary>
internal sealed class Before(Action<IApplicationBuilder> use) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        use(app);
        next(app);
    };
}
