using Microsoft.Extensions.Options;

namespace Peeker.AspNetCore;

/// <summary>The verifier for the secrets that hold now.</summary>
internal sealed class WebhookVerifiers(IOptionsMonitor<PeekerWebhookSettings> monitor, TimeProvider time, WebhookLog log)
{
    private Made? _made;

    /// <summary>False while the settings are not possible, for example after the last secret was taken away.</summary>
    public bool TryGet(out PeekerWebhookSettings settings, out WebhookVerifier verifier)
    {
        (settings, verifier) = (null!, null!);
        try
        {
            settings = monitor.CurrentValue;
        }
        catch (OptionsValidationException)
        {
            log.SettingsAreWrong();
            return false;
        }

        // The monitor gives the same object until something changes.
        if (_made is not { } made || !ReferenceEquals(made.Settings, settings))
            _made = made = new(settings, new(settings.Secrets.Select(secret => new WebhookSecret(secret.Key, secret.Value)), settings.Tolerance, time));
        verifier = made.Verifier;
        return true;
    }

    private sealed record Made(PeekerWebhookSettings Settings, WebhookVerifier Verifier);
}
