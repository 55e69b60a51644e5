namespace Peeker.Sandbox.Tests.Orders;

/// <summary>Whether an order was placed, asked when it is too late to send it again.</summary>
public sealed class ReconciliationTests
{
    [Fact]
    public async Task An_order_whose_answer_was_lost_is_found_a_day_later()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare();
        shop.Sandbox.Faults.Next(1, new(FaultKind.Drop) { AfterWork = true, Operation = "Orders_Create" });
        await Assert.ThrowsAnyAsync<PeekerException>(() => shop.Peeker.Orders.SubmitAsync(submission));
        await shop.PassAsync(TimeSpan.FromHours(25));
        var found = Assert.IsType<OrderReconciliation.Found>(await shop.Peeker.Orders.ReconcileAsync(submission));
        Assert.Equal(Assert.Single((await shop.Peeker.Orders.ListPageAsync()).Data).Id, found.Order.Id);
    }

    [Fact]
    public async Task An_order_that_was_never_placed_is_not_found()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare();
        await shop.Peeker.Orders.SubmitAsync(shop.Prepare("alex@acme.com", "another-mail.com"));
        await shop.Peeker.Orders.SubmitAsync(shop.Prepare("sam@acme.com", "third-mail.com"));
        Assert.True(Assert.IsType<OrderReconciliation.NotFound>(await shop.Peeker.Orders.ReconcileAsync(submission)).MayStillAppear);
        await shop.PassAsync(TimeSpan.FromHours(25));
        Assert.False(Assert.IsType<OrderReconciliation.NotFound>(await shop.Peeker.Orders.ReconcileAsync(submission)).MayStillAppear);
    }

    [Fact]
    public async Task One_among_many_orders_of_a_customer_is_found()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare("Alex@Acme.com", "acme-mail-0.com");
        var order = await shop.Peeker.Orders.SubmitAsync(submission);
        for (var number = 1; number <= 120; number++) await shop.Peeker.Orders.SubmitAsync(shop.Prepare("Alex@Acme.com", $"acme-mail-{number}.com"));
        Assert.Equal(order.Id, Assert.IsType<OrderReconciliation.Found>(await shop.Peeker.Orders.ReconcileAsync(submission)).Order.Id);
    }

    [Fact]
    public async Task An_order_by_the_customers_id_is_found()
    {
        await using var shop = new Shop();
        var user = await shop.Peeker.Users.CreateAsync(new() { Email = "alex@acme.com", Sequencer = new() { Provider = SequencerProvider.Smartlead } });
        var submission = shop.Prepare(user.Id);
        var order = await shop.Peeker.Orders.SubmitAsync(submission);
        Assert.Equal(order.Id, Assert.IsType<OrderReconciliation.Found>(await shop.Peeker.Orders.ReconcileAsync(submission)).Order.Id);
    }

    [Fact]
    public async Task An_order_of_an_address_that_begins_like_an_id_is_found()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare("usr_alex@acme.com");
        var order = await shop.Peeker.Orders.SubmitAsync(submission);
        Assert.Equal(order.Id, Assert.IsType<OrderReconciliation.Found>(await shop.Peeker.Orders.ReconcileAsync(submission)).Order.Id);
    }

    [Fact]
    public async Task An_order_that_failed_is_found_with_its_status()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare("order-fails@acme.com");
        await shop.Peeker.Orders.SubmitAsync(submission);
        await shop.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(OrderStatus.Failed, Assert.IsType<OrderReconciliation.Found>(await shop.Peeker.Orders.ReconcileAsync(submission)).Order.Status);
    }

    [Fact]
    public async Task An_earlier_order_of_the_same_domains_is_a_candidate_only()
    {
        await using var shop = new Shop();
        var failed = await shop.Peeker.Orders.SubmitAsync(shop.Prepare("order-fails@acme.com"));
        await shop.PassAsync(TimeSpan.FromHours(1));
        var second = shop.Prepare("order-fails@acme.com", "acme-mail.com");
        await shop.PassAsync(TimeSpan.FromHours(25));
        var candidates = Assert.IsType<OrderReconciliation.Ambiguous>(await shop.Peeker.Orders.ReconcileAsync(second)).Candidates;
        Assert.Equal(failed.Id, Assert.Single(candidates).Id);
    }

    [Fact]
    public async Task An_order_that_lost_a_domain_to_a_swap_is_a_candidate()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare("alex@acme.com", "acme-mail.com", "team-acme.com");
        await shop.Peeker.Orders.SubmitAsync(submission);
        await shop.PassAsync(TimeSpan.FromMinutes(1));
        var domain = (await shop.Peeker.Domains.ListPageAsync()).Data.First(row => row.Name == "team-acme.com");
        await shop.Peeker.Swaps.CreateAsync(new() { Type = SwapRequestType.Standard, DomainId = domain.Id, ReplacementDomain = "new-acme.com" });
        await shop.PassAsync(TimeSpan.FromHours(25));
        Assert.Single(Assert.IsType<OrderReconciliation.Ambiguous>(await shop.Peeker.Orders.ReconcileAsync(submission)).Candidates);
    }

    [Fact]
    public async Task An_order_that_was_cancelled_and_is_empty_is_a_candidate()
    {
        await using var shop = new Shop();
        var submission = shop.Prepare();
        var order = await shop.Peeker.Orders.SubmitAsync(submission);
        await shop.PassAsync(TimeSpan.FromMinutes(1));
        await shop.Peeker.Orders.CancelAsync(order.Id);
        await shop.PassAsync(TimeSpan.FromDays(31));
        Assert.Equal(OrderStatus.Cancelled, (await shop.Peeker.Orders.GetAsync(order.Id)).Status);
        Assert.IsNotType<OrderReconciliation.NotFound>(await shop.Peeker.Orders.ReconcileAsync(submission));
    }
}
