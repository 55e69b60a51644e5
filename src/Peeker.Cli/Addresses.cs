using System.CommandLine;

namespace Peeker.Cli;

/// <summary>Addresses on the command line.</summary>
internal static class Addresses
{
    private const string Fit = "an https address, or an http address of this machine";

    public static Option<Uri?> Option(string name, string description, bool required = false) => new(name)
    {
        Description = description,
        Required = required,
        CustomParser = given =>
        {
            if (Read(given.Tokens[0].Value) is { } address) return address;
            given.AddError($"{name} takes {Fit}.");
            return null;
        },
    };

    /// <exception cref="UsageException">It is no such address.</exception>
    public static Uri? Of(string? text, string name) =>
        string.IsNullOrEmpty(text) ? null : Read(text) ?? throw new UsageException($"{name} holds no address; set {Fit}.");

    // What is sent there is a key, or an event with personal data.
    private static Uri? Read(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) && address.UserInfo.Length == 0 ? address : null;
}
