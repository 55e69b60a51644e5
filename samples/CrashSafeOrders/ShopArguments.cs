using System.Globalization;

namespace CrashSafeOrders;

/// <summary>What the command line says.</summary>
internal sealed record ShopArguments(string? Database, Uri? BaseAddress, int Orders, int Start, int AtOnce)
{
    public const string Usage = """
        CrashSafeOrders [--database FILE] [--base-address URL] [--orders N] [--start NUMBER] [--at-once N]
        Places N business orders, each once, one after the other or some at once. The key is read from PEEKER_API_KEY, the password of the sequencer login from SEQUENCER_PASSWORD.
        Without --base-address it tells a short story against the embedded sandbox.
        """;

    /// <exception cref="FormatException">An argument is not known, or its value is none.</exception>
    public static ShopArguments Parse(string[] arguments)
    {
        var parsed = new ShopArguments(null, null, 3, 1, 1);
        for (var index = 0; index < arguments.Length; index += 2)
        {
            var name = arguments[index];
            var value = index + 1 < arguments.Length ? arguments[index + 1] : throw new FormatException($"{name} needs a value.");
            parsed = name switch
            {
                "--database" => parsed with { Database = value },
                "--base-address" when Uri.TryCreate(value, UriKind.Absolute, out var url) => parsed with { BaseAddress = url },
                "--orders" when Number(value, 1) is { } number => parsed with { Orders = number },
                "--start" when Number(value, 0) is { } number => parsed with { Start = number },
                "--at-once" when Number(value, 1) is { } number => parsed with { AtOnce = number },
                _ => throw new FormatException($"{name} {value} is not understood."),
            };
        }

        return parsed.BaseAddress is null || parsed.Database is not null ? parsed : throw new FormatException("--base-address needs --database: what is not stored cannot be resumed.");
    }

    private static int? Number(string text, int least) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number < 1_000_000_000 ? number : null;
}
