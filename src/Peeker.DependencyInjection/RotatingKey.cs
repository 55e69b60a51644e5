using Microsoft.Extensions.Options;

namespace Peeker.DependencyInjection;

/// <summary>The key that configuration holds now. Settings that became impossible while the host runs leave the last good key in use.</summary>
internal sealed class RotatingKey(IOptionsMonitor<PeekerSettings> monitor, string settingsName)
{
    private string? _last;

    public ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new(_last = ClientParts.KeyOf(monitor.Get(settingsName)));
        }
        catch (OptionsValidationException) when (_last is not null)
        {
            return new(_last);
        }
    }
}
