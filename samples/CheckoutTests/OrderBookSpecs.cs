namespace CheckoutTests;

/// <summary>What happens after the sale, as the shop hears of it.</summary>
public sealed class OrderBookSpecs
{
    private static readonly TimeSpan ASecond = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task An_order_is_live_when_the_event_says_so()
    {
        await using var shop = new Shop();
        var order = await shop.Sell();
        await shop.Pass(TimeSpan.Zero);
        Assert.Equal(OrderState.Working, shop.Book.StateOf(order.OrderId));
        await shop.Pass(ASecond);
        Assert.Equal(OrderState.Live, shop.Book.StateOf(order.OrderId));
        Assert.Equal(["alex@acme.example: your inboxes are live"], shop.Book.Mails);
    }

    [Fact]
    public async Task An_order_that_fails_is_closed()
    {
        await using var shop = new Shop();
        var order = await shop.Sell("order-fails@acme.example");
        await shop.Pass(ASecond);
        Assert.Equal(OrderState.Failed, shop.Book.StateOf(order.OrderId));
        Assert.Equal(["order-fails@acme.example: your order failed, and you are not charged"], shop.Book.Mails);
    }

    [Fact]
    public async Task An_order_that_asks_for_action_goes_on_once_it_is_resolved()
    {
        await using var shop = new Shop();
        var order = await shop.Sell("action-required@acme.example");
        await shop.Pass(ASecond);
        Assert.Equal(OrderState.WaitsForUs, shop.Book.StateOf(order.OrderId));

        var page = await shop.Peeker.Orders.ListPendingActionsPageAsync(new() { OrderId = order.OrderId });
        var action = Assert.Single(page.Data);
        Assert.Equal(PendingActionReason.ProfilePictureNotAccessible, action.Reason);

        Assert.True(shop.Sandbox.ResolvePendingAction(action.Id));
        await shop.Pass(ASecond);
        Assert.Equal(OrderState.Live, shop.Book.StateOf(order.OrderId));
    }

    [Fact]
    public async Task Events_that_come_twice_write_one_mail()
    {
        await using var shop = new Shop();
        shop.Sandbox.Webhooks.DuplicateShare = 1;
        await shop.Sell();
        await shop.Pass(ASecond);
        Assert.Equal(2, shop.Sandbox.Webhooks.Deliveries.Count(delivery => delivery.Type == WebhookEventType.OrderCompleted));
        Assert.Single(shop.Book.Mails);
    }

    [Fact]
    public async Task Events_that_come_in_reverse_leave_the_newest_state()
    {
        await using var shop = new Shop();
        shop.Sandbox.Webhooks.Hold();
        var order = await shop.Sell();
        await shop.Pass(ASecond);
        Assert.Equal(OrderState.NotHeardOf, shop.Book.StateOf(order.OrderId));

        shop.Sandbox.Webhooks.Release(WebhookOrder.Reversed);
        await shop.Pass(TimeSpan.Zero);
        Assert.Equal(WebhookEventType.OrderInProgress, shop.Sandbox.Webhooks.Deliveries[^1].Type);
        Assert.Equal(OrderState.Live, shop.Book.StateOf(order.OrderId));
    }

    [Fact]
    public async Task A_cancelled_plan_ends_with_its_month()
    {
        await using var shop = new Shop();
        var order = await shop.Sell();
        await shop.Pass(TimeSpan.FromDays(10));
        var cancellation = await shop.Peeker.Orders.CancelAsync(order.OrderId);
        Assert.Equal(Shop.Opening.AddDays(30), cancellation.CancelsAt);

        await shop.Pass(TimeSpan.FromDays(19));
        Assert.Equal(OrderState.Ending, shop.Book.StateOf(order.OrderId));
        await shop.Pass(TimeSpan.FromDays(1));
        Assert.Equal(OrderState.Ended, shop.Book.StateOf(order.OrderId));
        Assert.Equal("alex@acme.example: your plan has ended", shop.Book.Mails[^1]);
    }

    [Fact]
    public async Task An_event_signed_with_another_secret_changes_nothing()
    {
        await using var shop = new Shop();
        shop.Sandbox.Webhooks.RotateSecret();
        shop.Sandbox.Webhooks.RetireOldSecrets();
        var order = await shop.Sell();
        await shop.Pass(ASecond);
        Assert.Equal(OrderState.NotHeardOf, shop.Book.StateOf(order.OrderId));
        Assert.All(shop.Sandbox.Webhooks.Deliveries, delivery => Assert.Equal(401, delivery.Status));
    }
}
