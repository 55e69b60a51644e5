using System.Text.Json.Serialization;

namespace Peeker.Benchmarks.Floor;

/// <summary>What System.Text.Json generates for plain classes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Envelope<Bundle>))]
[JsonSerializable(typeof(Envelope<Availability>))]
[JsonSerializable(typeof(Envelope<OrderDetail>))]
[JsonSerializable(typeof(Envelope<OrderReceipt>))]
[JsonSerializable(typeof(OrderReceiptPage))]
[JsonSerializable(typeof(AvailabilityRequest))]
[JsonSerializable(typeof(BundleOrder))]
[JsonSerializable(typeof(Event<OrderDetail>), TypeInfoPropertyName = "OrderEvent")]
[JsonSerializable(typeof(Event<Domain>), TypeInfoPropertyName = "DomainEvent")]
[JsonSerializable(typeof(Event<ForwardingJob>), TypeInfoPropertyName = "ForwardingEvent")]
[JsonSerializable(typeof(Event<ImportJob>), TypeInfoPropertyName = "ImportEvent")]
[JsonSerializable(typeof(Event<Swap>), TypeInfoPropertyName = "SwapEvent")]
internal sealed partial class FloorJson : JsonSerializerContext;
