using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Cli.Keys;

namespace Peeker.Cli.Orders;

/// <summary>An order that the user wrote, as JSON with the members of the API. The password may stand in it, or come from elsewhere.</summary>
internal sealed record OrderFile(OrderRequest Order, string? LoginPassword)
{
    /// <exception cref="UsageException">The file is no order, holds a password that others may read, or holds none and there is none.</exception>
    public static OrderFile Read(string path, Surroundings surroundings, string? passwordFile)
    {
        var sequencer = Parse(path, InputFile.Read(path))["sequencer"] as JsonObject;
        var inside = sequencer?["login_password"] is not null;

        // Read once more where there is a secret, since whether others may read it is asked of the file that is opened.
        var order = Parse(path, inside ? SecretFile.Read(path) : InputFile.Read(path));
        if (order["sequencer"] is not JsonObject login) return new(Typed(path, order), null);
        if (!inside) login["login_password"] = SecretSetting.SequencerPassword.Get(surroundings, passwordFile);
        return new(Typed(path, order), (string?)login["login_password"]);
    }

    /// <summary>Nothing of the order.</summary>
    public override string ToString() => nameof(OrderFile);

    private static JsonObject Parse(string path, byte[] text)
    {
        try
        {
            var order = JsonNode.Parse(text) as JsonObject;

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
