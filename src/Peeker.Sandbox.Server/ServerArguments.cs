using System.Globalization;

namespace Peeker.Sandbox.Server;

/// <summary>What the command line asks for.</summary>
internal static class ServerArguments
{
    private const string Names = "--urls, --webhook-url, --webhook-secret, --seed, --frozen-at, --completion-seconds, --rate-limit, --rate-limit-window-seconds";

    /// <exception cref="FormatException">An option is unknown or its value does not fit; the message names it and the remedy.</exception>
    public static PeekerSandboxOptions Parse(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < args.Length; index += 2)
        {
            if (!Names.Split(", ").Contains(args[index])) throw new FormatException($"{args[index]} is not an option; the options are {Names}.");
            if (index + 1 == args.Length) throw new FormatException($"{args[index]} needs a value.");
            if (!given.TryAdd(args[index], args[index + 1])) throw new FormatException($"{args[index]} is given twice.");
        }

        return new()
        {
            Url = Address("--urls", http: true) ?? new("http://127.0.0.1:4010"),
            WebhookUrl = Address("--webhook-url", http: false),
            WebhookSecret = Read("--webhook-secret", text => text.Length > 0 ? text : null, "a text that is not empty"),
            Seed = Number("--seed", 0),
            FrozenAt = Read("--frozen-at", text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null, "a time such as 2026-05-08T12:00:00Z"),
            CompletionDelay = TimeSpan.FromSeconds(Number("--completion-seconds", 0) ?? 1),
            RateLimit = given.GetValueOrDefault("--rate-limit") == "none" ? null : Number("--rate-limit", 1) ?? new PeekerSandboxOptions().RateLimit,
            RateLimitWindow = Read("--rate-limit-window-seconds", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null, "a whole number from 1 to 86400") ?? new PeekerSandboxOptions().RateLimitWindow,
        };

        T? Read<T>(string name, Func<string, T?> parse, string what) =>
            !given.TryGetValue(name, out var text) ? default : parse(text) is { } value ? value : throw new FormatException($"{name} takes {what}.");

        int? Number(string name, int least) =>
            Read(name, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : (int?)null, $"a whole number from {least}{(name == "--rate-limit" ? ", or none" : "")}");

        // A name that is no address of this machine would be listened for on every interface.
        Uri? Address(string name, bool http) => Read(
            name,
            text => Uri.TryCreate(text, UriKind.Absolute, out var address) && (http ? address.Scheme == Uri.UriSchemeHttp && (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || address.Host == "localhost") : address.Scheme is ("http" or "https")) ? address : null,
            http ? "one http address with a number or localhost, for example http://127.0.0.1:4010, or http://0.0.0.0:4010 for every interface" : "an http or https address");
    }
}
