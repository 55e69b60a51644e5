namespace Peeker.Sandbox.Tests.Orders;

/// <summary>A prepared order against the sandbox: placed once, whatever happens on the way.</summary>
public sealed class SubmissionTests
{
    [Fact]
    public async Task Another_process_sends_the_stored_bytes_and_gets_the_same_order()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare();
        var stored = submission.ToBytes();
        var first = await shop.Peeker.Orders.SubmitAsync(submission);

        await shop.PassAsync(TimeSpan.FromHours(23));
        using var other = new PeekerClient(shop.Sandbox.ApiKey, new() { Handler = shop.Sandbox.CreateHandler(), Time = shop.Sandbox.Clock });
        var again = await other.Orders.SubmitAsync(OrderSubmission.FromBytes(stored, new OrderSecrets { LoginPassword = "a-dedicated-login" }));
        Assert.Equal(first.Id, again.Id);
        Assert.Equal(1, await shop.CountOrders());
        Assert.True(shop.Sandbox.Requests.All[0].HasSameBodyAs(shop.Sandbox.Requests.All[1]));
    }

    [Theory]
    [InlineData(FaultKind.Drop, false)]
    [InlineData(FaultKind.Drop, true)]
    [InlineData(FaultKind.InternalError, true)]
    [InlineData(FaultKind.Truncate, true)]
    [InlineData(FaultKind.Html, true)]
    public async Task An_answer_that_is_lost_leaves_one_order(FaultKind fault, bool afterWork)
    {
        await using var shop = new Shop();
        var submission = shop.Prepare();
        shop.Sandbox.Faults.Next(1, new(fault) { AfterWork = afterWork, Operation = "Orders_Create" });
        await Assert.ThrowsAnyAsync<PeekerException>(() => shop.Peeker.Orders.SubmitAsync(submission));
        Assert.Equal(afterWork ? 1 : 0, await shop.CountOrders());
        await shop.Peeker.Orders.SubmitAsync(submission);
        Assert.Equal(1, await shop.CountOrders());
    }

    [Fact]
    public async Task The_same_order_written_anew_is_not_taken_for_the_first()
    {
        await using var shop = new Shop();
        await shop.Peeker.Orders.SubmitAsync(shop.Prepare("alex@acme.com", "acme-mail.com", "team-acme.com"));

        // The sandbox has each domain once, so what would charge twice elsewhere is refused here.
        await Assert.ThrowsAsync<PeekerInvalidRequestException>(() => shop.Peeker.Orders.SubmitAsync(shop.Prepare("alex@acme.com", "team-acme.com", "acme-mail.com")));
    }

    [Fact]
    public async Task After_the_safe_time_nothing_is_sent()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare();
        await shop.PassAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5));
        await shop.Peeker.Orders.SubmitAsync(submission);
        await shop.PassAsync(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<PeekerSubmissionUnsafeException>(() => shop.Peeker.Orders.SubmitAsync(submission));
        Assert.Single(shop.Sandbox.Requests.All);
    }

    [Fact]
    public async Task An_order_that_is_given_back_is_told_from_a_fresh_one()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare();
        Assert.False((await shop.Peeker.Orders.WithResponse.SubmitAsync(submission)).IsReplay());
        await shop.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Null((await shop.Peeker.Orders.WithResponse.SubmitAsync(submission)).IsReplay());
        await shop.PassAsync(TimeSpan.FromSeconds(33));
        Assert.True((await shop.Peeker.Orders.WithResponse.SubmitAsync(submission)).IsReplay());
    }
}
