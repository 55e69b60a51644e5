using System.CommandLine;
using Peeker.Sandbox;

namespace Peeker.Cli.Quickstarts;

/// <summary><c>peeker quickstart</c>: all that a partner's back end does, against a sandbox in this process. No key, no account, no network.</summary>
internal static class QuickstartCommand
{
    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var volume = new Option<long>("--volume") { Description = "E-mails a month that the bundle is made for.", DefaultValueFactory = _ => 25_000 }.Within(1, 200_000);
        var command = new Command("quickstart", "Sells a bundle to a customer, against a sandbox in this process: no key, no account.") { volume };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var sandbox = await PeekerSandbox.StartAsync(new() { Time = surroundings.Time }, cancellationToken);
            await using var inbox = await EventInbox.StartAsync(sandbox, cancellationToken);
            using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress, Time = surroundings.Time });
            surroundings.Note($"A sandbox of the API listens on {sandbox.BaseAddress} until this command ends.");
            var completed = await new PartnerFlow(peeker, inbox, new(surroundings.Output, parsed.GetValue(common.Json))).RunAsync(parsed.GetValue(volume), cancellationToken);
            surroundings.Note(completed ? "The order is complete. Next: peeker sandbox keeps one running; docs/orders.md and docs/webhooks.md show the same in C#." : "peeker: the order did not complete; run it again, and tell us if it stays so.");
            return completed ? ExitCode.Done : ExitCode.Finding;
        });
        return command;
    }
}
