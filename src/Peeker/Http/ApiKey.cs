using Microsoft.Kiota.Abstractions.Authentication;

namespace Peeker.Http;

/// <summary>Hands the key to Kiota's bearer authentication: read for each attempt, so that a rotated key is used by the next.</summary>
internal sealed class ApiKey(Func<CancellationToken, ValueTask<string>> source, IEnumerable<string> allowedHosts) : IAccessTokenProvider
{
    public const string Variable = "PEEKER_API_KEY";

    public AllowedHostsValidator AllowedHostsValidator { get; } = new(allowedHosts);

    public async Task<string> GetAuthorizationTokenAsync(
        Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
        await ReadAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>The same, without a task where the key is at hand.</summary>
    public ValueTask<string> ReadAsync(CancellationToken cancellationToken) => source(cancellationToken);

    /// <summary>A source of the caller's, whose own failures are named as such.</summary>
    public static Func<CancellationToken, ValueTask<string>> Checked(Func<CancellationToken, ValueTask<string>> source) => async cancellationToken =>
    {
        try
        {
            return Check(await source(cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure) when (failure is not PeekerException && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new PeekerConfigurationException(nameof(PeekerClientOptions.ApiKeySource), "ApiKeySource failed; see the inner exception.", operation: null, failure);
        }
    };

    /// <summary>Refuses what cannot be a key before it is sent anywhere. The message never holds it.</summary>
    public static string Check(string? key)
    {
        if (string.IsNullOrEmpty(key))
            throw new PeekerConfigurationException("ApiKey", $"No API key: pass one to the constructor, set PeekerClientOptions.ApiKey, or set the environment variable {Variable}.");
        var known = key.StartsWith("pk_test_", StringComparison.Ordinal) || key.StartsWith("pk_live_", StringComparison.Ordinal);
        if (!known || key.Length == "pk_test_".Length || key.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
            throw new PeekerConfigurationException("ApiKey", "The API key is neither pk_test_… nor pk_live_…; copy it whole from the partner portal under Settings, API.");
        return key;
    }
}
