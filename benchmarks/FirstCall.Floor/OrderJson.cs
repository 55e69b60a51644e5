using System.Text.Json.Serialization;
using Peeker.Benchmarks.Floor;

namespace Peeker.Benchmarks;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Envelope<OrderDetail>))]
internal sealed partial class OrderJson : JsonSerializerContext;
