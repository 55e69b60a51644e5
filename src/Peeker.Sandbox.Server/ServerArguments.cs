using System.Diagnostics.CodeAnalysis;

namespace Peeker.Sandbox.Server;

/// <summary>What the command line asks for.</summary>
internal sealed record ServerArguments(Uri Url, Uri? WebhookUrl, string? WebhookSecret)
{
    private const string Options = "--urls ADDRESS, --webhook-url URL, --webhook-secret SECRET";

    public static bool TryParse(string[] args, [NotNullWhen(true)] out ServerArguments? arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = null;
        var parsed = new ServerArguments(new Uri("http://127.0.0.1:4010"), null, null);
        for (var index = 0; index < args.Length; index += 2)
        {
            if (args[index] is not ("--urls" or "--webhook-url" or "--webhook-secret"))
            {
                problem = $"{args[index]} is not an option; the options are {Options}.";
                return false;
            }

            if (index + 1 == args.Length)
            {
                problem = $"{args[index]} needs a value.";
                return false;
            }

            var value = args[index + 1];
            switch (args[index])
            {
                case "--urls" when IsWebAddress(value, out var url) && url.Scheme == Uri.UriSchemeHttp: parsed = parsed with { Url = url }; break;
                case "--webhook-url" when IsWebAddress(value, out var url): parsed = parsed with { WebhookUrl = url }; break;
                case "--webhook-secret" when value.Length > 0: parsed = parsed with { WebhookSecret = value }; break;
                case "--urls": problem = "--urls takes one http address, for example http://127.0.0.1:4010."; return false;
                case "--webhook-url": problem = "--webhook-url takes an http or https address."; return false;
                default: problem = "--webhook-secret takes a text that is not empty."; return false;
            }
        }

        (arguments, problem) = (parsed, null);
        return true;
    }

    private static bool IsWebAddress(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is ("http" or "https");
}
