using Microsoft.Extensions.Options;

namespace Peeker.AspNetCore;

/// <summary>The settings that hold now. A change that cannot be read leaves the last good ones in force; one that takes the secrets away does not.</summary>
internal sealed class SettingsInForce(IOptionsMonitor<PeekerWebhookSettings> monitor, WebhookLog log)
{
    private PeekerWebhookSettings? _good;
    private Exception? _told;

    /// <summary>For what was accepted already: the last good settings, whatever happened to the secrets; those of no configuration if there never were any.</summary>
    public PeekerWebhookSettings Latest => TryGet(out var settings) ? settings : _good ?? new();

    /// <summary>False when nothing may be trusted: there never were good settings, or the change is one of the secrets.</summary>
    public bool TryGet(out PeekerWebhookSettings settings)
    {
        try
        {
            // The monitor gives the same object until something changes.
            _good = settings = monitor.CurrentValue;
            _told = null;
            return true;
        }
#pragma warning disable CA1031 // Whatever the binder or a configuration of the host throws: a slip of the pen must not stop a receiver that works.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            // Settings before the change may hold a secret that was taken away because it leaked.
            var invalid = failure as OptionsValidationException;
            var isOfSecrets = invalid?.Failures.Any(text => text.StartsWith(nameof(PeekerWebhookSettings.Secrets), StringComparison.Ordinal)) == true;
            settings = _good ?? new();
            var isKept = _good is not null && !isOfSecrets;

            // The monitor throws the same object until something changes. A message of the validation is ours; any other may hold a value.
            if (!ReferenceEquals(Interlocked.Exchange(ref _told, failure), failure))
            {
                var reason = invalid is null ? failure.GetType().FullName! : string.Join(' ', invalid.Failures);
                if (isKept) log.SettingsAreKept(reason);
                else log.SettingsAreWrong(reason);
            }

            return isKept;
        }
    }
}
