namespace Peeker.Http;

/// <summary>The gate before any request: the key goes to a known host over https, or to this machine.</summary>
internal static class BaseAddress
{
    /// <summary>The address with a closing slash, without which its last segment would be dropped.</summary>
    /// <exception cref="PeekerConfigurationException">The address may not receive the key.</exception>
    public static Uri Check(PeekerClientOptions options)
    {
        if (options.AllowedHosts.Any(host => Uri.CheckHostName(host) == UriHostNameType.Unknown))
            throw new PeekerConfigurationException(nameof(options.AllowedHosts), "AllowedHosts holds something that is no host name; name hosts alone, without https:// and without a path.");
        var address = options.BaseAddress;
        if (address is null || !address.IsAbsoluteUri || address.Scheme is not ("https" or "http"))
            throw Refused("must be an absolute https address");
        if (!address.IsLoopback && address.Scheme != Uri.UriSchemeHttps)
            throw Refused("must be https; http is for loopback addresses only");
        if (!address.IsLoopback && !options.AllowedHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))
            throw Refused($"has the host '{address.Host}', which may not receive the key; add it to AllowedHosts if it should");
        if (address.Query.Length > 0 || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
            throw Refused("must have no query, fragment or user");
        return address.AbsolutePath.EndsWith('/') ? address : new Uri(address.AbsoluteUri + "/");
    }

    private static PeekerConfigurationException Refused(string why) => new(nameof(PeekerClientOptions.BaseAddress), $"BaseAddress {why}.");
}
