namespace Peeker.Sandbox.Control;

/// <summary>Changes how events are delivered; what is left out stays.</summary>
internal sealed record WebhookSettings(Uri? Url = null, int? AtOnce = null, double? DuplicateShare = null, double? DelayUpToSeconds = null)
{
    public void Apply(SandboxWebhooks webhooks)
    {
        if (Url is not null) webhooks.Url = Url;
        if (AtOnce is { } atOnce) webhooks.AtOnce = atOnce;
        if (DuplicateShare is { } share) webhooks.DuplicateShare = share;
        if (DelayUpToSeconds is { } seconds) webhooks.DelayUpTo = TimeSpan.FromSeconds(seconds);
    }
}
