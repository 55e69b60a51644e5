using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

public sealed class CancellationTests
{
    private const string Three = "\"google_licenses\":4,\"microsoft_licenses\":1";

    [Fact]
    public async Task A_whole_order_ends_with_its_period()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete(Three, "one.com", "two.com", "three.com");
        await lab.Pass(1);
        var answer = (await lab.Post($"orders/{order}/cancel", null)).Is(HttpStatusCode.OK);
        Assert.Equal("{data{id,status,cancellation_scheduled_at,cancels_at,domains[{id,domain}]}}", answer.Shape);
        Assert.Equal((order, "cancel_scheduled", "2026-05-09T12:00:01Z", "2026-06-07T12:00:00Z"), (answer.Id, answer.Text("status"), answer.Text("cancellation_scheduled_at"), answer.Text("cancels_at")));
        Assert.Equal(["one.com", "two.com", "three.com"], answer.Data.GetProperty("domains").EnumerateArray().Select(row => row.GetProperty("domain").GetString()));
        await lab.Pass(TimeSpan.FromDays(29) - Steps.Done - Steps.Moment);
        Assert.Equal("cancel_scheduled", await lab.Status($"orders/{order}"));
        Assert.Equal(3, (await lab.Rows("domains?category=connected")).Count);
        await lab.Pass(Steps.Moment);
        Assert.Equal("cancelled", await lab.Status($"orders/{order}"));
        Assert.Equal(3, (await lab.Rows("domains?category=inventory&status=available")).Count);
        Assert.Equal(["order.in_progress", "order.completed", "order.cancel_scheduled", "order.cancelled"], lab.Told("order."));
        Assert.NotEqual(order, await lab.Place("\"google_licenses\":2", "one.com"));
    }

    [Theory]
    [InlineData(-1, "2026-06-07T12:00:00Z")]
    [InlineData(0, "2026-07-07T12:00:00Z")]
    public async Task A_period_has_30_days(int seconds, string end)
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Place("\"google_licenses\":2", "one.com");
        await lab.Pass(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(seconds));
        Assert.Equal(end, (await lab.Post($"orders/{order}/cancel", null)).Text("cancels_at"));
    }

    [Fact]
    public async Task Some_domains_leave_an_order_that_goes_on_for_less()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete(Three, "one.com", "two.com", "three.com");
        var paid = await Total(lab, order);
        var answer = (await lab.Post($"orders/{order}/cancel", $$"""{"domains":["ONE.com","{{await lab.IdOf("one.com")}}"]}""")).Is(HttpStatusCode.OK);
        Assert.Equal("one.com", Assert.Single(answer.Data.GetProperty("domains").EnumerateArray()).GetProperty("domain").GetString());
        Assert.Equal(("completed", paid), (await lab.Status($"orders/{order}"), await Total(lab, order)));
        Assert.Equal(["order.cancel_scheduled"], lab.Told("order.cancel"));
        await lab.Pass(30);
        var left = (await lab.Get($"orders/{order}")).Data;
        Assert.Equal(("completed", 2), (left.GetProperty("status").GetString(), left.GetProperty("domain_count").GetInt32()));
        Assert.Equal(paid - 200, await Total(lab, order));
        Assert.Equal(["one.com"], await lab.Rows("domains?category=inventory", "domain"));
        Assert.Equal(["order.cancel_scheduled"], lab.Told("order.cancel"));
    }

    [Fact]
    public async Task Each_cancellation_of_some_domains_has_its_own_time_and_the_last_one_cancels_the_order()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"google_licenses\":4", "one.com", "two.com");
        var first = await lab.Post($"orders/{order}/cancel", """{"domains":["one.com"]}""");
        await lab.Pass(5);
        Assert.Equal(first.Data.GetRawText(), (await lab.Post($"orders/{order}/cancel", """{"domains":["one.com"]}""")).Data.GetRawText());
        Assert.Equal("completed", await lab.Status($"orders/{order}"));
        Assert.Equal("2026-05-13T12:00:01Z", (await lab.Post($"orders/{order}/cancel", """{"domains":["two.com"]}""")).Text("cancellation_scheduled_at"));
        Assert.Equal("cancel_scheduled", await lab.Status($"orders/{order}"));
        await lab.Pass(30);
        Assert.Equal("cancelled", await lab.Status($"orders/{order}"));
        Assert.Equal(["order.cancel_scheduled", "order.cancel_scheduled", "order.cancelled"], lab.Told("order.cancel"));
    }

    [Fact]
    public async Task A_second_cancellation_is_the_first()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"google_licenses\":2", "one.com");
        var first = await lab.Post($"orders/{order}/cancel", null);
        await lab.Pass(1);
        Assert.Equal(first.Data.GetRawText(), (await lab.Post($"orders/{order}/cancel", null)).Is(HttpStatusCode.OK).Data.GetRawText());
        Assert.Single(lab.Told("order.cancel_scheduled"));
        await lab.Pass(30);
        (await lab.Post($"orders/{order}/cancel", null)).Refuses(400, "invalid_request", "id");
    }

    [Fact]
    public async Task An_order_cancelled_in_progress_does_not_complete()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Place("\"google_licenses\":2", "one.com");
        await lab.Pass(Steps.Done - Steps.Moment);
        (await lab.Post($"orders/{order}/cancel", null)).Is(HttpStatusCode.OK);
        await lab.Pass(31);
        Assert.Equal("cancelled", await lab.Status($"orders/{order}"));
        Assert.Equal(["order.in_progress", "order.cancel_scheduled", "order.cancelled"], lab.Told("order."));
    }

    [Fact]
    public async Task Only_domains_of_the_order_are_cancelled()
    {
        await using var lab = await Steps.AtNoon();
        var order = await lab.Complete("\"google_licenses\":2", "one.com");
        await lab.Complete("\"google_licenses\":2", "two.com");
        (await lab.Post($"orders/{order}/cancel", """{"domains":["one.com","two.com"]}""")).Refuses(404, "not_found", "domains[1]");
        Assert.Empty(lab.Told("order.cancel"));
    }

    [Fact]
    public async Task An_order_that_failed_frees_its_domains_and_cannot_be_cancelled()
    {
        await using var lab = await Steps.AtNoon();
        var order = (await lab.Post("orders", Lab.Order("\"google_licenses\":2", "one.com").Replace("alex@", "order-fails@", StringComparison.Ordinal))).Is(HttpStatusCode.OK).Id;
        await lab.Pass(Steps.Done);
        Assert.Equal("failed", await lab.Status($"orders/{order}"));
        Assert.Equal(["order.in_progress", "order.failed"], lab.Told());
        Assert.Equal(["one.com"], await lab.Rows("domains?category=inventory", "domain"));
        (await lab.Post($"orders/{order}/cancel", null)).Refuses(400, "invalid_request", "id");
    }

    private static async Task<long> Total(Lab lab, string order) => (await lab.Get($"orders/{order}")).Data.GetProperty("costs").GetProperty("total_cents").GetInt64();
}
