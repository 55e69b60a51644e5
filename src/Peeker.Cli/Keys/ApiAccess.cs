using System.CommandLine;

namespace Peeker.Cli.Keys;

/// <summary>A key and where it goes.</summary>
internal sealed record ApiAccess(string Key, Uri BaseAddress)
{
    public bool IsLive => Key.StartsWith("pk_live_", StringComparison.Ordinal);

    /// <summary>Environment and address in a word that a file may be called by; the documented address has none.</summary>
    public string Place => (IsLive ? "live" : "test") + (BaseAddress == PeekerClientOptions.DefaultBaseAddress ? "" : $"-{BaseAddress.Authority.Replace(':', '-').Trim('[', ']')}");

    /// <exception cref="UsageException">There is no key, or an address is none.</exception>
    public static ApiAccess Of(Surroundings surroundings, CommonOptions common, ParseResult parsed) => new(
        SecretSetting.ApiKey.Get(surroundings, parsed.GetValue(common.KeyFile)),
        OneSpelling(parsed.GetValue(common.BaseAddress) ?? Addresses.Of(surroundings.Variable("PEEKER_BASE_ADDRESS"), "PEEKER_BASE_ADDRESS") ?? PeekerClientOptions.DefaultBaseAddress));

    /// <exception cref="UsageException">A live key without <c>--live</c>, or the other way round.</exception>
    public void AllowSpending(bool live)
    {
        if (IsLive && !live) throw new UsageException("The key is a live key, and this is charged; add --live if it is meant, or use a pk_test_ key.");
        if (!IsLive && live) throw new UsageException("--live was given, and the key is no live key; leave --live out, or use the pk_live_ key.");
    }

    /// <param name="surroundings">The clock and the handler.</param>
    /// <param name="requestsPerMinute">The share of the key's limit that this process may use.</param>
    /// <exception cref="PeekerConfigurationException">The key is none, or the address may not have it.</exception>
    public PeekerClient Connect(Surroundings surroundings, int? requestsPerMinute = 600) =>
        new(Key, new() { BaseAddress = BaseAddress, Handler = surroundings.Handler, Time = surroundings.Time, RequestsPerMinute = requestsPerMinute });

    // As the client reads it: with or without the last slash it is the same place, and has the same files.
    private static Uri OneSpelling(Uri address) => address.AbsolutePath.EndsWith('/') ? address : new UriBuilder(address) { Path = address.AbsolutePath + "/" }.Uri;

    /// <summary>Where it goes; not the key.</summary>
    public override string ToString() => $"ApiAccess {BaseAddress}";
}
