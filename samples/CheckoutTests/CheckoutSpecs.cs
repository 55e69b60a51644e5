namespace CheckoutTests;

/// <summary>What the customer sees when paying.</summary>
public sealed class CheckoutSpecs
{
    [Fact]
    public async Task Two_free_names_make_an_order()
    {
        await using var shop = new Shop();
        var ordered = Assert.IsType<Ordered>(await shop.Checkout.BuyAsync("alex@acme.example", ["acme-mail.com", "team-acme.com"]));
        var order = await shop.Peeker.Orders.GetAsync(ordered.OrderId);
        Assert.Equal(["acme-mail.com", "team-acme.com"], order.Domains!.Registered);
        Assert.Equal(ordered.TotalCents, order.Costs!.TotalCents);
    }

    [Fact]
    public async Task A_taken_name_is_reported_and_nothing_is_ordered()
    {
        await using var shop = new Shop();
        // The word "taken" in a name asks the sandbox for this. docs/sandbox.md lists the others.
        var gone = Assert.IsType<NamesGone>(await shop.Checkout.BuyAsync("alex@acme.example", ["acme-taken.com", "team-acme.com"]));
        Assert.Equal(["acme-taken.com"], gone.Names);
        Assert.Equal(0, await shop.CountOrders());
    }

    [Fact]
    public async Task One_name_for_a_plan_of_two_is_the_wrong_number()
    {
        await using var shop = new Shop();
        Assert.Equal(new WrongNumberOfNames(Required: 2), await shop.Checkout.BuyAsync("alex@acme.example", ["acme-mail.com"]));
    }

    [Fact]
    public async Task A_malformed_address_is_refused_with_the_name_of_the_field()
    {
        await using var shop = new Shop();
        Assert.Equal(new Refused("user"), await shop.Checkout.BuyAsync("no address", ["acme-mail.com", "team-acme.com"]));
    }

    [Fact]
    public async Task A_lost_answer_does_not_charge_twice()
    {
        await using var shop = new Shop();
        shop.Sandbox.Faults.Next(1, new(FaultKind.Drop) { Operation = "Orders_Create", AfterWork = true });
        var result = await shop.Checkout.BuyAsync("alex@acme.example", ["acme-mail.com", "team-acme.com"]);
        while (result is Unknown unknown) result = await shop.Checkout.SendAgainAsync(unknown);

        Assert.IsType<Ordered>(result);
        Assert.Equal(1, await shop.CountOrders());
        var sent = shop.Sandbox.Requests.All.Where(request => request.Operation == "Orders_Create").ToList();
        Assert.Equal([null, 200], sent.Select(request => request.Status));
        Assert.True(sent[0].HasSameBodyAs(sent[1]));
    }

    [Theory]
    [InlineData(FaultKind.InternalError)]
    [InlineData(FaultKind.Truncate)]
    [InlineData(FaultKind.Html)]
    public async Task However_the_answer_is_spoilt_there_is_one_order(FaultKind kind)
    {
        await using var shop = new Shop();
        shop.Sandbox.Faults.Next(1, new(kind) { Operation = "Orders_Create", AfterWork = true });
        var result = await shop.Checkout.BuyAsync("alex@acme.example", ["acme-mail.com", "team-acme.com"]);
        while (result is Unknown unknown) result = await shop.Checkout.SendAgainAsync(unknown);
        Assert.IsType<Ordered>(result);
        Assert.Equal(1, await shop.CountOrders());
    }

    [Fact]
    public async Task A_customer_of_a_busy_shop_is_told_how_long_to_wait()
    {
        await using var shop = new Shop();
        shop.Sandbox.Faults.Next(1, new(FaultKind.RateLimited) { RetryAfterSeconds = 7 });
        Assert.Equal(new TryLater(TimeSpan.FromSeconds(7)), await shop.Checkout.BuyAsync("alex@acme.example", ["acme-mail.com", "team-acme.com"]));
        Assert.Equal(0, await shop.CountOrders());
        await shop.Sell();
    }
}
