using Microsoft.Extensions.Options;

namespace Peeker.DependencyInjection;

/// <summary>The client's own checks, at the start of the host and whenever configuration changes.</summary>
internal sealed class SettingsValidation(string settingsName) : IValidateOptions<PeekerSettings>
{
    public ValidateOptionsResult Validate(string? name, PeekerSettings options)
    {
        if (name != settingsName) return ValidateOptionsResult.Skip;
        try
        {
            using var unused = new HttpClientHandler();
            var key = ClientParts.KeyOf(options);
            using var client = new PeekerClient(key, ClientParts.Options(options, _ => new(key), unused));
            return ValidateOptionsResult.Success;
        }
        catch (PeekerConfigurationException wrong)
        {
            var which = name.Length == 0 ? "" : $" of the client '{name}'";
            return ValidateOptionsResult.Fail($"{wrong.Setting}{which}: {wrong.Message}");
        }
    }
}
