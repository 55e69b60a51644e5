using System.Text.Json;
using Peeker.Json;

namespace Peeker;

/// <summary>The bytes of an order, written once, and what can be wrong with them before anybody else looks.</summary>
internal static class OrderBody
{
    private static readonly SecretMembers BundleSecrets = SecretMembers.Of<BundleOrder>();
    private static readonly SecretMembers CustomSecrets = SecretMembers.Of<CustomOrder>();

    /// <summary>Writes the order and reads it back: what cannot be read as the same order is refused.</summary>
    /// <exception cref="ArgumentException">A member that the specification requires is null, or one stands there twice.</exception>
    public static byte[] Of(OrderRequest order, string parameter)
    {
        var body = WireJson.Write(order);
        var reader = new Utf8JsonReader(body);
        OrderRequest again;
        try
        {
            reader.Read();
            again = Read(ref reader);
        }
        catch (WireException wrong)
        {
            var member = WireLocation.At(body, reader.BytesConsumed);
            throw new ArgumentException($"The order's member '{member}' {wrong.Problem}. Set it before you prepare the order.", parameter);
        }

        if (again.GetType() != order.GetType())
            throw new ArgumentException("The order has 'bundle_id' among its AdditionalMembers; make it a BundleOrder, or leave the member out.", parameter);

        // A name that stands twice keeps one value when it is read, so that the bytes differ.
        if (!WireJson.Write(again).AsSpan().SequenceEqual(body))
        {
            // The writer puts this escape in the place of half a character.
            if (body.AsSpan().IndexOf(@"\uFFFD"u8) >= 0) throw new ArgumentException("The order has a text that is no Unicode; correct it before you prepare the order.", parameter);
            throw new ArgumentException("The order has a member of the specification among its AdditionalMembers as well; set it in one place.", parameter);
        }

        return body;
    }

    /// <exception cref="JsonException">The bytes are not an order.</exception>
    public static OrderRequest Read(ReadOnlySpan<byte> body) => WireJson.Read<OrderRequest>(body);

    public static IReadOnlyList<SecretPlace> Secrets(OrderRequest order, ReadOnlySpan<byte> body) =>
        (order is BundleOrder ? BundleSecrets : CustomSecrets).Find(body);

    private static OrderRequest Read(ref Utf8JsonReader reader) => ReadWire<OrderRequest>(ref reader);

    private static T ReadWire<T>(ref Utf8JsonReader reader)
        where T : IWire<T> => T.Read(ref reader);
}
