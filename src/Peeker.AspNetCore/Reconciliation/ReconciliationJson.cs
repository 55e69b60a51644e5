using System.Text.Json.Serialization;

namespace Peeker.AspNetCore;

// The models bring their own converters; the context only keeps reflection out.
[JsonSerializable(typeof(OrderDetail))]
[JsonSerializable(typeof(ImportJob))]
[JsonSerializable(typeof(Swap))]
internal sealed partial class ReconciliationJson : JsonSerializerContext;
