namespace Peeker.Allocation.Tests;

// The answer is there at once, so that everything happens on one thread and in one order.
public sealed class CallTests
{
    // With the platform's message and its headers. A change of either number is a decision: lower is progress, higher needs a reason.
    private static readonly long Get = Allocated.Expected(3_056, 4_480), Post = Allocated.Expected(3_064, 4_552);

    [Fact]
    public void A_call_allocates_what_it_always_did()
    {
        using var peeker = Client(Samples.OrderAnswer);
        Assert.Equal(Get, Allocated.By(() => peeker.Orders.GetAsync(Samples.OrderId).GetAwaiter().GetResult()));
    }

    [Fact]
    public void A_call_with_a_body_allocates_what_it_always_did()
    {
        using var peeker = Client(Samples.ReceiptAnswer);
        Assert.Equal(Post, Allocated.By(() => peeker.Orders.CreateAsync(Samples.OrderRequest).GetAwaiter().GetResult()));
    }

    private static PeekerClient Client(byte[] answer) => new(Samples.Key, new() { Handler = new CannedHandler(answer), RequestsPerMinute = 10_000_000 });
}
