using Peeker.Http;
using Peeker.Json;

namespace Peeker.Allocation.Tests;

public sealed class JsonTests
{
    private static readonly Operation Nothing = new("None", HttpMethod.Get, "/", Replay.Safe);

    // The objects of the order, its lists at their exact length, and the texts that are not documented values. Nothing for numbers, instants and states.
    private const long OrderObjects = 848;

    // Beside the order: the event and its id.
    private const long EventObjects = OrderObjects + 200;

    [Fact]
    public void Reading_an_answer_allocates_its_objects_and_strings_only()
    {
        var answer = new Answer(Nothing, System.Net.HttpStatusCode.OK, null, null, Samples.OrderAnswer);
        Assert.Equal(OrderObjects, Allocated.By(() => AnswerReader.Read(Envelope.ReadData<OrderDetail>, answer)));
    }

    [Fact]
    public void Reading_an_event_allocates_its_objects_and_strings_only() => Assert.Equal(EventObjects, Allocated.By(() => WebhookEvent.Parse(Samples.Event)));

    [Fact]
    public void Writing_a_request_allocates_its_bytes_only()
    {
        var length = RequestBody.Of(Samples.OrderRequest)!.Length;
        Assert.Equal(Allocated.ByArray(length) + Allocated.Expected(0, 64), Allocated.By(() => RequestBody.Of(Samples.OrderRequest)));
    }

    [Fact]
    public void Writing_what_was_read_allocates_its_bytes_only()
    {
        var order = WireJson.Read<OrderDetail>(Samples.Order);
        Assert.Equal(Allocated.ByArray(WireJson.Write(order).Length) + Allocated.Expected(0, 48), Allocated.By(() => WireJson.Write(order)));
    }
}
