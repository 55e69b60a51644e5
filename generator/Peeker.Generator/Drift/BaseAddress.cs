using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>The address that all calls begin with, and which addresses of a page are meant to be it.</summary>
internal sealed class BaseAddress
{
    private readonly Uri _server;
    private readonly string _vendor;
    private readonly Regex _versioned;

    /// <exception cref="UriFormatException">The address is not absolute.</exception>
    public BaseAddress(string server)
    {
        Text = server.TrimEnd('/');
        _server = new(Text, UriKind.Absolute);
        _vendor = _server.Host.Split('.') is [.., var name, _] ? name : _server.Host;
        // Another number is another version of the same API, and some addresses had a segment more.
        _versioned = new($@"^(?:/api)?{Regex.Replace(Regex.Escape(_server.AbsolutePath.TrimEnd('/')), @"\d+", @"\d+")}(?!\w)", RegexOptions.IgnoreCase);
    }

    public string Text { get; }

    /// <summary>Whether it begins with the base address; one that only goes on with further digits or letters does not.</summary>
    public bool Begins(string address) => address.StartsWith(Text, StringComparison.OrdinalIgnoreCase) && !Regex.IsMatch(address[Text.Length..], @"^(?:[\w-]|\.\d)");

    /// <summary>Whether somebody else answers there, so that a path says nothing about this API. An address without a host is ours.</summary>
    public bool IsForeign(string address) => Parse(address) is { } uri && !IsVendor(uri) && !IsVersioned(uri);

    /// <summary>Whether an address is meant to be a call of the API: of its path and a version, or of an operation on a host of APIs.</summary>
    public bool IsCall(string address, Func<string, bool> isOperation) =>
        Parse(address) is { } uri && (IsVersioned(uri) || (IsHost(uri) && (Regex.IsMatch(uri.AbsolutePath, @"/v\d+(?:/|$)") || isOperation(Mentions.Tail(address)))));

    private static Uri? Parse(string address) => address.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(address.Split('?', '#')[0], UriKind.Absolute, out var uri) ? uri : null;

    private bool IsVersioned(Uri uri) => _server.AbsolutePath.Length > 1 && _versioned.IsMatch(uri.AbsolutePath);

    private bool IsVendor(Uri uri) => uri.Host.Split('.').Contains(_vendor);

    private bool IsHost(Uri uri) => uri.Host == _server.Host || (IsVendor(uri) && uri.Host.Split('.', '-').Contains("api"));
}
