using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Json;

namespace Peeker;

/// <summary>The body of an order: a <see cref="BundleOrder"/> or a <see cref="CustomOrder"/>, never both (<c>order_shape_conflict</c>).</summary>
[JsonConverter(typeof(WireConverter<OrderRequest>))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftWireConverter<OrderRequest>))]
public abstract class OrderRequest : IWire<OrderRequest>
{
    private protected OrderRequest()
    {
    }

    /// <summary>A body that names a bundle is a bundle order; any other is a custom order.</summary>
    static OrderRequest IWire<OrderRequest>.Read(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        Wire.RequireObject(ref ahead);
        while (Wire.NextMember(ref ahead))
        {
            if (ahead.ValueTextEquals("bundle_id"u8)) return BundleOrder.ReadJson(ref reader);
            ahead.Skip();
        }

        return CustomOrder.ReadJson(ref reader);
    }

    void IWire<OrderRequest>.Write(Utf8JsonWriter writer)
    {
        if (this is BundleOrder bundle) bundle.WriteJson(writer);
        else ((CustomOrder)this).WriteJson(writer);
    }
}
