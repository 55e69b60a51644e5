using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

public sealed class PendingActionTests
{
    [Theory]
    [InlineData("\"profile_picture_url\":null", "\"profile_picture_url\":\"https://unreachable.acme.com/a.png\"", "Sam")]
    [InlineData("alex@acme.com", "action-required@acme.com", "Alex")]
    public async Task An_order_may_wait_for_an_hour(string part, string asks, string person)
    {
        await using var lab = await Steps.AtNoon();
        var order = await Order(lab, part, asks);
        var row = Assert.Single((await lab.Get("orders/pending")).Data.EnumerateArray());
        Assert.Equal((person, "open", "one.com"), (row.GetProperty("user").GetProperty("first_name").GetString(), row.GetProperty("status").GetString(), row.GetProperty("domain").GetString()));
        await lab.Pass(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(0.5) - Steps.Moment);
        Assert.Equal("action_required", await lab.Status($"orders/{order}"));
        await lab.Pass(Steps.Moment);
        Assert.Equal("in_progress", await lab.Status($"orders/{order}"));
        Assert.Empty(await lab.Rows("orders/pending"));
        Assert.Single(await lab.Rows("orders/pending?status=resolved"));
        await lab.Pass(Steps.Done);
        Assert.Equal("completed", await lab.Status($"orders/{order}"));
        Assert.Equal(["order.in_progress", "order.action_required", "order.in_progress", "order.completed"], lab.Told("order."));
    }

    [Fact]
    public async Task Each_picture_is_an_action_and_the_last_one_resolved_lets_the_order_go_on()
    {
        await using var lab = await Steps.AtNoon();
        var order = await Order(lab, "\"profile_picture_url\":null", "\"profile_picture_url\":\"https://unreachable.acme.com\"", "\"profile_picture_url\":\"\"");
        var actions = await lab.Rows("orders/pending");
        Assert.Equal(2, actions.Count);
        Assert.True(lab.Sandbox.ResolvePendingAction(actions[0]));
        Assert.False(lab.Sandbox.ResolvePendingAction(actions[0]));
        Assert.False(lab.Sandbox.ResolvePendingAction("act_unknown"));
        Assert.Equal("action_required", await lab.Status($"orders/{order}"));
        Assert.True(lab.Sandbox.ResolvePendingAction(actions[1]));
        await lab.Pass(Steps.Done);
        Assert.Equal("completed", await lab.Status($"orders/{order}"));
        await lab.Pass(1);
        Assert.Single(lab.Told("order.completed"));
    }

    [Fact]
    public async Task Actions_are_listed_by_order_user_and_domain()
    {
        await using var lab = await Steps.AtNoon();
        var order = await Order(lab, "alex@acme.com", "action-required@acme.com");
        var user = Assert.Single(await lab.Rows("users"));
        foreach (var filter in new[] { $"order_id={order}", $"user={user}", "user=Action-Required@acme.com", $"domain_id={await lab.IdOf("one.com")}", "status=open" })
            Assert.Single(await lab.Rows($"orders/pending?{filter}"));
        foreach (var filter in new[] { "order_id=ord_1", "user=usr_1", "user=sam@acme.com", "domain_id=dom_1", "status=resolved" })
            Assert.Empty(await lab.Rows($"orders/pending?{filter}"));
    }

    [Fact]
    public async Task A_cancellation_resolves_what_was_asked_for()
    {
        await using var lab = await Steps.AtNoon();
        var order = await Order(lab, "alex@acme.com", "action-required@acme.com");
        (await lab.Post($"orders/{order}/cancel", null)).Is(HttpStatusCode.OK);
        Assert.Empty(await lab.Rows("orders/pending"));
        await lab.Pass(1);
        Assert.Equal("cancel_scheduled", await lab.Status($"orders/{order}"));
    }

    private static async Task<string> Order(Lab lab, string part, string asks, string? also = null)
    {
        var body = Lab.Order("\"google_licenses\":2", "one.com").Replace(part, asks, StringComparison.Ordinal);
        if (also is not null) body = body.Replace(also, asks, StringComparison.Ordinal);
        var order = (await lab.Post("orders", body)).Is(HttpStatusCode.OK).Id;
        await lab.Pass(TimeSpan.FromSeconds(1));
        return order;
    }
}
