using System.CommandLine;
using System.Globalization;
using System.Text;
using Peeker.Cli.Keys;

namespace Peeker.Cli.Webhooks;

/// <summary><c>peeker webhooks verify</c>: whether a captured delivery is right, and why not.</summary>
internal static class VerifyCommand
{
    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var file = new Argument<string?>("FILE") { Description = "A delivery that webhooks listen --capture wrote.", Arity = ArgumentArity.ZeroOrOne };
        var body = new Option<string?>("--body") { Description = "Instead: a file with the raw bytes of the body." };
        var headers = new Option<string?>("--headers") { Description = "With --body: a file with the headers as lines of Name: value." };
        var timestamp = new Option<string?>("--timestamp") { Description = "With --body: the text of Peeker-Timestamp." };
        var signature = new Option<string?>("--signature") { Description = "With --body: the text of Peeker-Signature." };
        var eventId = new Option<string?>("--event-id") { Description = "With --body: the text of Peeker-Event-Id." };
        var received = new Option<DateTimeOffset?>("--received-at") { Description = "When it arrived, for example 2026-05-08T12:00:00Z; now, or as it was captured, if not given." };
        var secrets = Secrets.FileOption();
        var others = new Option<string?>("--other-secret-file") { Description = "Secrets of other environments or endpoints, to see whether they are mixed up." };
        var command = new Command("verify", "Says whether a delivery is right, and if not, what is wrong with it.") { file, body, headers, timestamp, signature, eventId, received, secrets, others };
        command.Validators.Add(given =>
        {
            if (given.GetValue(file) is null == given.GetValue(body) is null) given.AddError("Name a captured FILE, or the body with --body");
        });
        command.SetAction(parsed =>
        {
            var lines = parsed.GetValue(headers) is { } path ? HeaderLines(path) : [];
            var delivery = parsed.GetValue(file) is { } captured
                ? Delivery.FromFile(captured)
                : new Delivery(
                    parsed.GetValue(eventId) ?? lines.GetValueOrDefault(Delivery.EventIdHeader),
                    parsed.GetValue(timestamp) ?? lines.GetValueOrDefault(Delivery.TimestampHeader),
                    parsed.GetValue(signature) ?? lines.GetValueOrDefault(Delivery.SignatureHeader),
                    InputFile.Read(parsed.GetValue(body)!), null);
            if (parsed.GetValue(received) is { } at) delivery = delivery with { ReceivedAt = at };
            var foreign = parsed.GetValue(others) is { } other ? Secrets.Labelled(Secrets.Split(SecretFile.ReadText(other)), "other secret") : [];
            var diagnostic = new WebhookDiagnostic(Secrets.Labelled(Secrets.Get(surroundings, parsed.GetValue(secrets)), "secret"), foreign, time: surroundings.Time);
            return Show(surroundings.Output, parsed.GetValue(common.Json), diagnostic.Examine(delivery.ForDiagnosis()));
        });
        return command;
    }

    private static Dictionary<string, string> HeaderLines(string path)
    {
        var lines = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Encoding.UTF8.GetString(InputFile.Read(path)).ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon)) continue;
            var (name, value) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
            lines[name] = lines.TryGetValue(name, out var before) ? $"{before},{value}" : value;
        }

        return lines;
    }

    private static int Show(TextWriter output, bool json, WebhookDiagnosis diagnosis)
    {
        var right = diagnosis.Cause == WebhookCause.None;
        output.WriteLine(json
            ? JsonLine.Of(writer =>
            {
                writer.WriteBoolean("right", right);
                writer.WriteString("cause", diagnosis.Cause.ToString());
                writer.WriteString("failure", diagnosis.Failure.ToString());
                writer.WriteString("explanation", diagnosis.Explanation);
                if (diagnosis.SecretLabel is { } label) writer.WriteString("secret", label);
                if (diagnosis.Age is { } age) writer.WriteNumber("age_seconds", (long)age.TotalSeconds);
            })
            : right ? string.Create(CultureInfo.InvariantCulture, $"right: {diagnosis.SecretLabel} signed it {diagnosis.Age!.Value.TotalSeconds:0} s before it arrived") : Shown.Text(diagnosis.ToString()));
        return right ? ExitCode.Done : ExitCode.Finding;
    }
}
