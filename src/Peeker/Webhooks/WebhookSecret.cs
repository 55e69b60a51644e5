namespace Peeker;

/// <summary>A secret of a webhook endpoint, with a label that says whose it is.</summary>
public sealed class WebhookSecret
{
    /// <summary>Names a secret.</summary>
    /// <param name="label">For example <c>live</c> or <c>sandbox</c>; the result of a verification carries it.</param>
    /// <param name="value">The secret as the portal showed it.</param>
    /// <exception cref="ArgumentException">One of them is empty.</exception>
    public WebhookSecret(string label, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        ArgumentException.ThrowIfNullOrEmpty(value);
        Label = label;
        Key = System.Text.Encoding.UTF8.GetBytes(value);
    }

    /// <summary>Whose secret it is.</summary>
    public string Label { get; }

    internal byte[] Key { get; }

    /// <summary>The label; never the secret.</summary>
    public override string ToString() => Label;
}
