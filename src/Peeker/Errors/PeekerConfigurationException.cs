namespace Peeker;

/// <summary>The client cannot be used as it is set up. Nothing was sent.</summary>
public sealed class PeekerConfigurationException : PeekerException
{
    internal PeekerConfigurationException(string setting, string message, string? operation = null, Exception? inner = null)
        : base(message, operation, requestId: null, inner) => Setting = setting;

    /// <summary>The setting at fault, for example <c>ApiKey</c> or <c>BaseAddress</c>.</summary>
    public string Setting { get; }
}
