using System.Text.Json;

namespace Peeker.Sandbox.Control;

/// <summary>Changes how events are delivered; what is left out stays. A <c>url</c> of null stops them.</summary>
internal sealed record WebhookSettings(JsonElement Url = default, int? AtOnce = null, double? DuplicateShare = null, double? DelayUpToSeconds = null)
{
    public void Apply(SandboxWebhooks webhooks)
    {
        if (Url.ValueKind == JsonValueKind.Null) webhooks.Url = null;
        else if (Url.ValueKind != JsonValueKind.Undefined) webhooks.Url = Uri.TryCreate(Url.ToString(), UriKind.Absolute, out var address) ? address : throw new ArgumentException("url is an http or https address, or null.");
        if (AtOnce is { } atOnce) webhooks.AtOnce = atOnce;
        if (DuplicateShare is { } share) webhooks.DuplicateShare = share;
        if (DelayUpToSeconds is { } seconds) webhooks.DelayUpTo = TimeSpan.FromSeconds(seconds);
    }
}
