using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Cli.Keys;

namespace Peeker.Cli.Orders;

/// <summary>An order that the user wrote, as JSON with the members of the API. The password may stand in it, or come from elsewhere.</summary>
internal sealed record OrderFile(OrderRequest Order, string? LoginPassword)
{
    // An order without the member is none; with this one nothing is sent.
    private const string Unset = "unset";

    /// <param name="path">The file.</param>
    /// <param name="surroundings">The variables.</param>
    /// <param name="passwordFile">The file of the password, if one was named.</param>
    /// <param name="isBegun">Whether an earlier run submitted the order: then it can be shown without its password.</param>
    /// <exception cref="UsageException">The file is no order, holds a password that others may read, or holds none and there is none.</exception>
    public static OrderFile Read(string path, Surroundings surroundings, string? passwordFile, bool isBegun)
    {
        // Once, since a pipe gives what it holds once. Whether others may read it is asked of what is opened, and told only if there is a secret in it.
        var (text, isOpen) = SecretFile.ReadWithMode(path);
        var order = Parse(path, text);
        if (order["sequencer"] is not JsonObject login) return new(Typed(path, order), null);
        if (login["login_password"] is not null)
        {
            if (isOpen) throw SecretFile.Open(path);
            return new(Typed(path, order), (string?)login["login_password"]);
        }

        var password = isBegun ? SecretSetting.SequencerPassword.Find(surroundings, passwordFile) : SecretSetting.SequencerPassword.Get(surroundings, passwordFile);
        login["login_password"] = password ?? Unset;
        return new(Typed(path, order), password);
    }

    /// <summary>Whether a placed order is certainly none that this file can have become. Swaps replace domains, so one in common is enough.</summary>
    public bool IsAnother(OrderDetail placed)
    {
        IReadOnlyList<OrderDomain> own = Order is BundleOrder bundle ? bundle.Domains : Order is CustomOrder custom ? custom.Domains : [];
        var theirs = (placed.Domains?.Registered ?? []).Concat(placed.Domains?.Imported ?? []).Select(Spelling).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return own.Count > 0 && theirs.Count > 0 && !own.Any(domain => theirs.Contains(Spelling(domain.Domain)));

        static string Spelling(string name) => DomainName.TryParse(name, out var proper, out _) ? proper.Value : name;
    }

    /// <summary>Nothing of the order.</summary>
    public override string ToString() => nameof(OrderFile);

    private static JsonObject Parse(string path, byte[] text)
    {
        try
        {
            var order = JsonNode.Parse(InputFile.WithoutMark(text)) as JsonObject;

            // Members that stand twice show only when they are looked at.
            _ = order?["sequencer"]?.AsObject().Count;
            return order ?? throw new UsageException($"{path} holds no JSON object; write the members of an order, as docs/cli.md shows.");
        }
        catch (Exception unfit) when (unfit is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new UsageException($"{path} holds no order; write the members of an order as JSON, as docs/cli.md shows.");
        }
    }

    private static OrderRequest Typed(string path, JsonObject order)
    {
        try
        {
            return order.Deserialize<OrderRequest>()!;
        }
        catch (Exception unfit) when (unfit is JsonException or InvalidOperationException)
        {
            // The SDK's own reader names the member, and no value.
            throw new UsageException($"{path} does not fit: {unfit.Message.ReplaceLineEndings(" ")}");
        }
    }
}
