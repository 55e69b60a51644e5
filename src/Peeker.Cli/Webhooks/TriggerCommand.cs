using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Sandbox;

namespace Peeker.Cli.Webhooks;

/// <summary><c>peeker webhooks trigger</c>: a signed example of an event, sent to an address.</summary>
internal static class TriggerCommand
{
    private static readonly string[] Types = [.. typeof(WebhookEventType.Names).GetFields().Select(field => (string)field.GetValue(null)!).Order(StringComparer.Ordinal)];

    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var type = new Argument<string>("TYPE") { Description = "One of the documented events, for example order.completed." };
        type.AcceptOnlyFromAmong(Types);
        var to = Addresses.Option("--to", "Where it is sent.", required: true);
        var data = new Option<string?>("--data") { Description = "A file with a JSON object whose members replace those of the example's data." };
        var secrets = Secrets.FileOption();
        var command = new Command("trigger", "Sends a signed example of an event to an endpoint.") { type, to, data, secrets };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var signer = new WebhookSigner(Secrets.Get(surroundings, parsed.GetValue(secrets)), surroundings.Time);
            var happened = new WebhookEvents(time: surroundings.Time).Edited(new(parsed.GetValue(type)!), Edit(parsed.GetValue(data)));
            if (happened is UnknownEvent { Problem: { } problem }) surroundings.Note($"The data no longer fits the type: {problem}");
            using var endpoint = new Endpoint(surroundings, parsed.GetValue(to)!);
            using var request = signer.Sign(happened).ToRequest(endpoint.Url);
            var status = await endpoint.SendAsync(request, cancellationToken);
            new Sending(happened.Type.Value, happened.Id, null, status).Write(surroundings.Output, parsed.GetValue(common.Json));
            if (Endpoint.Accepts(status)) return ExitCode.Done;
            surroundings.Note($"peeker: the endpoint did not accept it ({Endpoint.Describe(status)}); it has to answer 2xx within 15 seconds.");
            return ExitCode.Failed;
        });
        return command;
    }

    private static Action<JsonObject> Edit(string? path)
    {
        if (path is null) return _ => { };
        try
        {
            var members = JsonNode.Parse(InputFile.ReadJson(path)) as JsonObject ?? throw new JsonException();

            // A member that stands twice shows only when the members are looked at.
            _ = members.Count;
            return data =>
            {
                foreach (var (name, value) in members) data[name] = value?.DeepClone();
            };
        }
        catch (Exception unfit) when (unfit is JsonException or ArgumentException)
        {
            throw new UsageException($"{path} holds no JSON object, or a member twice; it needs the members of the event's data that are to differ.");
        }
    }
}
