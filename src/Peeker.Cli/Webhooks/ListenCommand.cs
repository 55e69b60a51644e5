using System.CommandLine;

namespace Peeker.Cli.Webhooks;

/// <summary><c>peeker webhooks listen</c>: a receiver on this machine that verifies and prints what comes in.</summary>
internal static class ListenCommand
{
    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var port = new Option<int>("--port") { Description = "The port; 0 for any that is free.", DefaultValueFactory = _ => 4020 }.Within(0, 65_535);
        var forward = Addresses.Option("--forward", "Pass what is right on to this address, byte for byte, and answer as it does.");
        var capture = new Option<string?>("--capture") { Description = "Keep every delivery in this folder, for verify and replay. They may hold personal data." };
        var count = new Option<int?>("--count") { Description = "End after this many deliveries." }.Within(1, 1_000_000);
        var secrets = Secrets.FileOption();
        var command = new Command("listen", "Receives webhooks on this machine, verifies them and prints them. Ctrl-C ends it.") { port, forward, capture, count, secrets };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var endpoint = parsed.GetValue(forward) is { } url ? new Endpoint(surroundings, url) : null;
            var folder = parsed.GetValue(capture) is { } path ? new CaptureFolder(path) : null;
            var listening = new Listening(surroundings, Secrets.Labelled(Secrets.Get(surroundings, parsed.GetValue(secrets)), "secret"), endpoint, folder, parsed.GetValue(common.Json), parsed.GetValue(count));
            await using var receiver = await Receiver.StartAsync(parsed.GetValue(port), surroundings.Time, listening.AnswerAsync, listening.PassedOver, cancellationToken);
            surroundings.Note($"Listening on {receiver.Url} Ctrl-C ends it.");
            try
            {
                await listening.Over.WaitAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // That is how it is ended.
            }

            return ExitCode.Done;
        });
        return command;
    }
}
