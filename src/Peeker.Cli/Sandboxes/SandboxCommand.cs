using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Peeker.Sandbox;

namespace Peeker.Cli.Sandboxes;

/// <summary><c>peeker sandbox</c>: the emulator on a port of this machine, and what happens in it.</summary>
internal static class SandboxCommand
{
    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var port = new Option<int>("--port") { Description = "The port; 0 for any that is free.", DefaultValueFactory = _ => 4010 }.Within(0, 65_535);
        var webhooks = Addresses.Option("--webhook-url", "Where events are sent, for example the address of webhooks listen.");
        var seed = new Option<int?>("--seed") { Description = "The same seed and the same requests give the same ids, keys and secrets." };
        var frozen = new Option<DateTimeOffset?>("--frozen-at") { Description = "Let the clock stand still, for example at 2026-05-08T12:00:00Z; /_sandbox/clock moves it." };
        var completion = new Option<double>("--completion-seconds") { Description = "How long orders and jobs take.", DefaultValueFactory = _ => 1 }.Within(0, 86_400);
        var limit = new Option<int>("--rate-limit") { Description = "Requests a minute; 0 for any number.", DefaultValueFactory = _ => 600 }.Within(0, 1_000_000);
        var quiet = new Option<bool>("--quiet") { Description = "Show nothing of what happens." };
        var command = new Command("sandbox", "Runs an emulator of the API on this machine. Ctrl-C ends it.") { port, webhooks, seed, frozen, completion, limit, quiet };
        command.Validators.Add(given =>
        {
            if (given.GetValue(frozen) is { Year: < 2000 or > 8000 }) given.AddError("--frozen-at must be between the years 2000 and 8000");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var sandbox = await StartAsync(new()
            {
                Url = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{parsed.GetValue(port)}")),
                WebhookUrl = parsed.GetValue(webhooks),
                Seed = parsed.GetValue(seed),
                FrozenAt = parsed.GetValue(frozen),
                CompletionDelay = TimeSpan.FromSeconds(parsed.GetValue(completion)),
                RateLimit = parsed.GetValue(limit) is > 0 and var requests ? requests : null,
                Time = surroundings.Time,
            }, cancellationToken);
            await Announce(surroundings.Output, parsed.GetValue(common.Json), sandbox);
            try
            {
                if (parsed.GetValue(quiet)) await Task.Delay(Timeout.Infinite, cancellationToken);
                else await SandboxView.Of(surroundings).ShowAsync(new(sandbox), cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // That is how it is ended.
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<PeekerSandbox> StartAsync(PeekerSandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await PeekerSandbox.StartAsync(options, cancellationToken);
        }
        catch (Exception unusable) when (unusable is IOException or SocketException)
        {
            throw new UsageException($"Port {options.Url.Port} of this machine is in use; choose another with --port, or 0 for any.");
        }
    }

    /// <summary>For scripts: each whole on a line of its own. The key and the secret are the sandbox's, and open no other door.</summary>
    private static async Task Announce(TextWriter output, bool json, PeekerSandbox sandbox)
    {
        await output.WriteLineAsync(json
            ? JsonLine.Of(writer =>
            {
                writer.WriteString("base_address", sandbox.BaseAddress.AbsoluteUri);
                writer.WriteString("api_key", sandbox.ApiKey);
                writer.WriteString("webhook_secret", sandbox.Webhooks.Secret);
                writer.WriteNumber("seed", sandbox.Seed);
            })
            : $"{sandbox.BaseAddress}\n{sandbox.ApiKey}\n{sandbox.Webhooks.Secret}");
        await output.FlushAsync();
    }
}
