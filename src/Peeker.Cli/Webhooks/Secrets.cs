using System.CommandLine;
using Peeker.Cli.Keys;

namespace Peeker.Cli.Webhooks;

/// <summary>The webhook secrets of the user: one, or one on a line while a secret is replaced by the next.</summary>
internal static class Secrets
{
    public static Option<string?> FileOption() => new("--secret-file") { Description = "A file with the webhook secret, or several on lines of their own, readable by you alone. Without it PEEKER_WEBHOOK_SECRET is read, then the file that PEEKER_WEBHOOK_SECRET_FILE names." };

    /// <exception cref="UsageException">There is none.</exception>
    public static IReadOnlyList<string> Get(Surroundings surroundings, string? file) => Split(SecretSetting.Webhook.Get(surroundings, file));

    /// <summary>Split, and as they are: white space around a secret is a mistake that the diagnostic names.</summary>
    /// <exception cref="UsageException">One of them, or all there is, is blank.</exception>
    public static IReadOnlyList<string> Split(string text)
    {
        string[] secrets = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return secrets.Length > 0 && !secrets.Any(string.IsNullOrWhiteSpace) ? secrets : throw new UsageException("A webhook secret is blank; set it as the API showed it, and leave no line of blanks in its file.");
    }

    public static IReadOnlyList<WebhookSecret> Labelled(IReadOnlyList<string> secrets, string label) =>
        [.. secrets.Select((secret, index) => new WebhookSecret(secrets.Count == 1 ? label : $"{label} {index + 1}", secret))];
}
