using System.Text;
using Peeker.Webhooks;

namespace Peeker;

/// <summary>A secret of a webhook endpoint, with a label that says whose it is.</summary>
/// <remarks>Keep it while the secret is live: what a check needs is kept with it, and goes when it goes. Nothing has to be disposed.</remarks>
public sealed class WebhookSecret
{
    private readonly byte[] _key;

    /// <summary>Names a secret.</summary>
    /// <param name="label">For example <c>live</c> or <c>sandbox</c>; the result of a verification carries it.</param>
    /// <param name="value">The secret as the portal showed it.</param>
    /// <exception cref="ArgumentException">One of them is empty or blank.</exception>
    public WebhookSecret(string label, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(label);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Label = label;
        _key = Encoding.UTF8.GetBytes(value);
        Hashes = new(_key);
    }

    /// <summary>Whose secret it is.</summary>
    public string Label { get; }

    internal KeyedHashPool Hashes { get; }

    /// <summary>The secret itself, for <see cref="WebhookDiagnostic"/> alone.</summary>
    internal string Text => Encoding.UTF8.GetString(_key);

    /// <summary>The label; never the secret.</summary>
    public override string ToString() => Label;
}
