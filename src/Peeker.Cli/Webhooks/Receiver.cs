using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Peeker.Cli.Webhooks;

/// <summary>A server on this machine that hands over what is posted to it, byte for byte.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private const int MostBytes = 1 << 20;

    private static readonly TimeSpan LastAnswer = TimeSpan.FromSeconds(2);

    private readonly WebApplication _server;

    private Receiver(WebApplication server) => _server = server;

    public Uri Url => new(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="port">0 for any that is free.</param>
    /// <param name="time">The clock that deliveries are dated by.</param>
    /// <param name="answer">Gives the status of the answer.</param>
    /// <param name="passedOver">Hears of each request that is no delivery or cannot be seen to: the status of the answer, and why.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="UsageException">The port is in use.</exception>
    public static async Task<Receiver> StartAsync(int port, TimeProvider time, Func<Delivery, CancellationToken, Task<int>> answer, Action<int, string> passedOver, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            // The server's own limit cuts the connection, and a sender that is still writing sees that instead of an answer. It is counted below.
            server.Limits.MaxRequestBodySize = null;
            server.Listen(IPAddress.Loopback, port);
        });
        var application = builder.Build();
        application.Run(async context =>
        {
            var (status, why) = await StatusAsync(context, time, answer);
            if (why is not null) passedOver(status, why);
            context.Response.StatusCode = status;
        });
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            await application.DisposeAsync();
            throw new UsageException($"Port {port} of this machine is in use; choose another with --port, or 0 for any.");
        }

        return new(application);
    }

    public async ValueTask DisposeAsync()
    {
        // Who sent the last delivery gets its answer before the door is shut.
        using var late = new CancellationTokenSource(LastAnswer);
        await _server.StopAsync(late.Token);
        await _server.DisposeAsync();
    }

    /// <returns>The status, and why it is none of a delivery that was seen to.</returns>
    private static async Task<(int Status, string? Why)> StatusAsync(HttpContext context, TimeProvider time, Func<Delivery, CancellationToken, Task<int>> answer)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return (StatusCodes.Status405MethodNotAllowed, "not a POST, so no delivery");
        try
        {
            return (await answer(await ReadAsync(context.Request, time.GetUtcNow(), context.RequestAborted), context.RequestAborted), null);
        }
        catch (BadHttpRequestException unfit)
        {
            return (unfit.StatusCode, unfit.StatusCode == StatusCodes.Status413PayloadTooLarge ? "larger than 1 MiB, so no delivery" : "not read to its end");
        }
        catch (Exception failed) when (InputFile.IsOfFiles(failed))
        {
            return (StatusCodes.Status500InternalServerError, $"not kept: {failed.Message}");
        }
    }

    private static async Task<Delivery> ReadAsync(HttpRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var part = new byte[16 * 1024];
        while (await request.Body.ReadAsync(part, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > MostBytes) throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            body.Write(part, 0, read);
        }

        return new(Header(Delivery.EventIdHeader), Header(Delivery.TimestampHeader), Header(Delivery.SignatureHeader), body.ToArray(), now);

        // A header that came several times: its values joined by commas, as the verifier wants them.
        string? Header(string name) => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
    }
}
