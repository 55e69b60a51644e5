using System.CommandLine;
using Peeker.Sandbox;

namespace Peeker.Cli.Webhooks;

/// <summary><c>peeker webhooks replay</c>: captured deliveries, sent again, as Peeker does it: the same id and body, and a signature of now.</summary>
internal static class ReplayCommand
{
    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var paths = new Argument<string[]>("PATH") { Description = "Deliveries that webhooks listen --capture wrote, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var to = Addresses.Option("--to", "Where they are sent.", required: true);
        var asCaptured = new Option<bool>("--as-captured") { Description = "Keep the signatures; a receiver refuses those that are older than its tolerance." };
        var unverified = new Option<bool>("--unverified") { Description = "Sign also what was not right when it came, and may be a forgery. Without it such deliveries are passed over." };
        var secrets = Secrets.FileOption();
        var command = new Command("replay", "Sends captured deliveries again.") { paths, to, asCaptured, unverified, secrets };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            // All are read before one is sent: half a replay is worse than none.
            var deliveries = CaptureFolder.Files(parsed.GetValue(paths)!).Select(file => (File: file, Delivery: Delivery.FromFile(file))).ToList();
            if (deliveries.Count == 0) throw new UsageException("There is no delivery in the folder; capture some with webhooks listen --capture.");
            var known = parsed.GetValue(asCaptured) ? null : Secrets.Get(surroundings, parsed.GetValue(secrets));
            var signer = known is null ? null : new WebhookSigner(known, surroundings.Time);

            // A new signature vouches for the body, so it is given only to what was right when it came. With the old one a forgery stays one.
            var diagnostic = known is null || parsed.GetValue(unverified) ? null : new WebhookDiagnostic(Secrets.Labelled(known, "secret"), time: surroundings.Time);
            using var endpoint = new Endpoint(surroundings, parsed.GetValue(to)!);
            var (refused, passedOver) = (0, 0);
            foreach (var (file, delivery) in deliveries)
            {
                if (diagnostic?.Examine(delivery.ForDiagnosis()) is { Cause: not WebhookCause.None and var cause })
                {
                    passedOver++;
                    surroundings.Note($"peeker: {file} was not right when it came ({cause}), and is not sent; --unverified signs and sends it all the same.");
                    continue;
                }

                var happened = WebhookEvent.TryParse(delivery.Body.Span, out var read) ? read : null;
                var id = delivery.EventId ?? happened?.Id;
                using var request = signer is null || id is null ? delivery.ToRequest(endpoint.Url) : signer.Sign(id, delivery.Body).ToRequest(endpoint.Url);
                var status = await endpoint.SendAsync(request, cancellationToken);
                new Sending(happened?.Type.Value ?? "no event", id, file, status).Write(surroundings.Output, parsed.GetValue(common.Json));
                if (!Endpoint.Accepts(status)) refused++;
            }

            if (refused == 0) return passedOver == 0 ? ExitCode.Done : ExitCode.Finding;
            surroundings.Note($"peeker: the endpoint did not accept {refused} of {deliveries.Count - passedOver}; it has to answer 2xx within 15 seconds.");
            return ExitCode.Failed;
        });
        return command;
    }
}
