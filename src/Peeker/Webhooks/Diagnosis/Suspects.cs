using System.Security.Cryptography;
using System.Text;

namespace Peeker.Webhooks.Diagnosis;

/// <summary>Everything that is tried, the likeliest first, one change at a time.</summary>
internal sealed class Suspects(WebhookSecret[] secrets, WebhookSecret[] others, CapturedDelivery delivery)
{
    private readonly IReadOnlyList<(byte[] Mac, string Form)> _given = GivenMacs.Of(delivery.Signature!);
    private readonly byte[] _signed = SignedString.Documented(delivery, delivery.Body.ToArray());

    /// <summary>Null when nothing matches.</summary>
    public WebhookDiagnosis? FirstMatch(WebhookFailure failure) => All()
        .Where(suspect => Form(suspect) is not null)
        .Select(suspect => new WebhookDiagnosis(suspect.Cause, failure, suspect.Explain(Form(suspect)!)) { SecretLabel = suspect.Label })
        .FirstOrDefault();

    private IEnumerable<Suspect> All()
    {
        foreach (var secret in secrets)
        {
            yield return new(WebhookCause.AnotherSignatureForm, secret.Label, Key(secret), _signed, form =>
                $"The signature is right and written as {form} in another form than {WebhookSignatureScheme.Version} and hexadecimal digits. Hand the header over as received.");
        }

        foreach (var other in others)
        {
            yield return new(WebhookCause.MixedUpSecret, other.Label, Key(other), _signed, _ =>
                $"The secret '{other.Label}' signed it, which is not among the endpoint's ({string.Join(", ", secrets.Select(secret => $"'{secret.Label}'"))}). Sandbox and live events have a secret each: send them to endpoints of their own, or add the secret.");
        }

        foreach (var secret in secrets.Concat(others))
        {
            foreach (var (key, problem) in Undecorated(secret.Text))
            {
                yield return new(WebhookCause.DecoratedSecret, secret.Label, key, _signed, _ =>
                    $"The secret '{secret.Label}' has {problem} around it. Store it as the portal showed it.");
            }
        }

        foreach (var secret in secrets)
        {
            foreach (var (body, cause, change) in BodyForm.Of(delivery.Body.ToArray()))
            {
                yield return new(cause, secret.Label, Key(secret), SignedString.Documented(delivery, body), _ =>
                    $"The body is not the one that was signed: {change}. Check the raw bytes, before anything reads them as text or as JSON.");
            }

            foreach (var (bytes, name) in SignedString.Others(delivery))
                yield return new(WebhookCause.AnotherSignedString, secret.Label, Key(secret), bytes, form => $"What was signed is {name}, written as {form}. This version expects timestamp, dot and body: look for a newer one.");

            foreach (var (key, name) in Decoded(secret.Text))
                yield return new(WebhookCause.AnotherSignedString, secret.Label, key, _signed, _ => $"The key is the secret decoded from {name}. This version takes the secret's text as the key: look for a newer one.");
        }
    }

    private string? Form(Suspect suspect)
    {
        var mac = HMACSHA256.HashData(suspect.Key, suspect.Signed);
        foreach (var (given, form) in _given)
        {
            if (CryptographicOperations.FixedTimeEquals(mac, given)) return form;
        }

        return null;
    }

    private static byte[] Key(WebhookSecret secret) => Encoding.UTF8.GetBytes(secret.Text);

    private static IEnumerable<(byte[] Key, string Problem)> Undecorated(string secret)
    {
        var trimmed = secret.Trim().Trim('\uFEFF', '\u200B');
        if (trimmed.Length < secret.Length) yield return (Encoding.UTF8.GetBytes(trimmed), "white space");
        var bare = trimmed.Trim('"', '\'', '`').Trim();
        if (bare.Length < trimmed.Length) yield return (Encoding.UTF8.GetBytes(bare), "quotes");
    }

    private static IEnumerable<(byte[] Key, string Name)> Decoded(string secret)
    {
        var bare = secret[(secret.IndexOf('_', StringComparison.Ordinal) + 1)..];
        var buffer = new byte[bare.Length];
        if (Convert.TryFromBase64String(bare, buffer, out var length) && length > 0) yield return (buffer[..length], "base64");
        if (bare.Length % 2 == 0 && bare.All(char.IsAsciiHexDigit)) yield return (Convert.FromHexString(bare), "hexadecimal digits");
    }

    private sealed record Suspect(WebhookCause Cause, string Label, byte[] Key, byte[] Signed, Func<string, string> Explain);
}
