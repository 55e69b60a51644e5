using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Kiota.Abstractions.Serialization;
using Peeker.Benchmarks.Floor;
using Peeker.Benchmarks.Kiota;
using Peeker.Benchmarks.Stock;
using Peeker.Http;
using Peeker.Json;
using Peeker.Sandbox;
using Refit;

namespace Peeker.Benchmarks.Documents;

/// <summary>Every document that is measured.</summary>
internal static class DocumentSet
{
    private static readonly JsonSerializerOptions RefitOptions = RefitJson.Options;
    private static readonly Operation NoOperation = new("None", HttpMethod.Get, "/", Replay.Safe);

    public static IReadOnlyList<Document> All { get; } =
    [
        Enveloped<Peeker.Bundle, Floor.Bundle, Floor.Envelope<Floor.Bundle>, Stock.BundleEnvelope, Kiota.BundleEnvelope>(
            "bundle", Samples.Bundle, FloorJson.Default.EnvelopeBundle, floor => floor.Data!, FloorJson.Default.Bundle, stock => stock.Data, Kiota.BundleEnvelope.CreateFromDiscriminatorValue, kiota => kiota.Data!),
        Enveloped<Peeker.Availability, Floor.Availability, Floor.Envelope<Floor.Availability>, Stock.AvailabilityEnvelope, Kiota.AvailabilityEnvelope>(
            "availability of 50", Samples.Availability, FloorJson.Default.EnvelopeAvailability, floor => floor.Data!, FloorJson.Default.Availability, stock => stock.Data, Kiota.AvailabilityEnvelope.CreateFromDiscriminatorValue, kiota => kiota.Data!),
        Enveloped<Peeker.OrderDetail, Floor.OrderDetail, Floor.Envelope<Floor.OrderDetail>, Stock.OrderDetailEnvelope, Kiota.OrderDetailEnvelope>(
            "order of 10 domains", Samples.Order, FloorJson.Default.EnvelopeOrderDetail, floor => floor.Data!, FloorJson.Default.OrderDetail, stock => stock.Data, Kiota.OrderDetailEnvelope.CreateFromDiscriminatorValue, kiota => kiota.Data!),
        Plain<Peeker.BundleOrder, Floor.BundleOrder, Stock.BundleOrder, Kiota.BundleOrder>(
            "order request of 10 domains", WireJson.Write(Samples.OrderRequest), FloorJson.Default.BundleOrder, Kiota.BundleOrder.CreateFromDiscriminatorValue),
        Plain<Page<Peeker.OrderReceipt>, Floor.OrderReceiptPage, Stock.OrderReceiptPage, Kiota.OrderReceiptPage>(
            "page of 100 orders", WireJson.Write(Samples.Page), FloorJson.Default.OrderReceiptPage, Kiota.OrderReceiptPage.CreateFromDiscriminatorValue),
        .. Samples.Events.Select((happened, index) => Event(happened, Samples.Events.Take(index).Any(earlier => Shape(earlier) == Shape(happened)))),
    ];

    public static Document Named(string name) => All.First(document => document.Name == name);

    private static Document Enveloped<TPeeker, TFloor, TFloorEnvelope, TStock, TKiota>(
        string name,
        TPeeker sample,
        JsonTypeInfo<TFloorEnvelope> floorEnvelope,
        Func<TFloorEnvelope, TFloor> floorData,
        JsonTypeInfo<TFloor> floor,
        Func<TStock, object> stockData,
        ParsableFactory<TKiota> kiota,
        Func<TKiota, IParsable> kiotaData)
        where TPeeker : class, IWire<TPeeker>
        where TFloor : class
        where TKiota : IParsable
        => new(name, [.. "{\"data\":"u8, .. WireJson.Write(sample), .. "}"u8], true,
        [
            new(Contender.Floor, body => floorData(JsonSerializer.Deserialize(body, floorEnvelope)!), value => JsonSerializer.SerializeToUtf8Bytes((TFloor)value, floor)),
            new(Contender.Peeker, body => AnswerReader.Read(Envelope.ReadData<TPeeker>, Answer(body)), value => RequestBody.Of((TPeeker)value)!),
            new(Contender.Stock, body => stockData(StockJson.Read<TStock>(body)), StockJson.Write),
            new(Contender.Refit, body => floorData(JsonSerializer.Deserialize<TFloorEnvelope>(body, RefitOptions)!), value => JsonSerializer.SerializeToUtf8Bytes((TFloor)value, RefitOptions)),
            new(Contender.Kiota, body => kiotaData(KiotaJson.Read(body, kiota)), value => KiotaJson.Write((IParsable)value)),
        ]);

    private static Document Plain<TPeeker, TFloor, TStock, TKiota>(string name, byte[] bytes, JsonTypeInfo<TFloor> floor, ParsableFactory<TKiota> kiota)
        where TPeeker : class, IWire<TPeeker>
        where TFloor : class
        where TStock : class
        where TKiota : IParsable
        => new(name, bytes, false,
        [
            new(Contender.Floor, body => JsonSerializer.Deserialize(body, floor)!, value => JsonSerializer.SerializeToUtf8Bytes((TFloor)value, floor)),
            new(Contender.Peeker, body => AnswerReader.Read(TPeeker.Read, Answer(body)), value => RequestBody.Of((TPeeker)value)!),
            new(Contender.Stock, StockJson.Read<TStock>, StockJson.Write),
            new(Contender.Refit, body => JsonSerializer.Deserialize<TFloor>(body, RefitOptions)!, value => JsonSerializer.SerializeToUtf8Bytes((TFloor)value, RefitOptions)),
            new(Contender.Kiota, body => KiotaJson.Read(body, kiota), value => KiotaJson.Write((TKiota)value)),
        ]);

    private static Document Event(Peeker.WebhookEvent happened, bool repeat) => new(happened.Type.Value, WireJson.Write(happened), false,
    [
        new(Contender.Floor, body => FloorEvents.Parse(body), FloorEvents.Write),
        new(Contender.Peeker, body => Peeker.WebhookEvent.Parse(body), value => WireJson.Write((Peeker.WebhookEvent)value)),
        new(Contender.Stock, StockJson.ReadEvent, StockJson.Write),
        new(Contender.Kiota, body => KiotaJson.Read(body, Kiota.WebhookEvent.CreateFromDiscriminatorValue), value => KiotaJson.Write((Kiota.WebhookEvent)value)),
    ], repeat);

    private static Type? Shape(Peeker.WebhookEvent happened) => happened.GetType().GetProperty("Data")?.PropertyType;

    private static Answer Answer(byte[] body) => new(NoOperation, System.Net.HttpStatusCode.OK, null, null, body);
}
