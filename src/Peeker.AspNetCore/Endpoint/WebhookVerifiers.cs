namespace Peeker.AspNetCore;

/// <summary>The verifier for the secrets that hold now.</summary>
internal sealed class WebhookVerifiers(SettingsInForce inForce, TimeProvider time)
{
    private Made? _made;

    /// <summary>False while nothing may be trusted, for example after the last secret was taken away.</summary>
    public bool TryGet(out PeekerWebhookSettings settings, out WebhookVerifier verifier)
    {
        verifier = null!;
        if (!inForce.TryGet(out settings)) return false;

        // It is the same object until something changes.
        if (_made is not { } made || !ReferenceEquals(made.Settings, settings))
            _made = made = new(settings, new(settings.Secrets.Select(secret => new WebhookSecret(secret.Key, secret.Value)), settings.Tolerance, time));
        verifier = made.Verifier;
        return true;
    }

    private sealed record Made(PeekerWebhookSettings Settings, WebhookVerifier Verifier);
}
