namespace Peeker.Kill.Tests;

/// <summary>The judge of the long tests, on books that are small enough to be read.</summary>
public sealed class VerdictTests
{
    private static readonly ShopRow First = new(1, "placed", "ord_1");
    private static readonly ShopRow Second = new(2, "placed", "ord_2");

    [Fact]
    public void One_order_for_each_is_exactly_once() => Assert.True(Verdict.Of([First, Second], [Of(First), Of(Second)]).IsExactlyOnce);

    [Fact]
    public void A_second_order_is_a_duplicate() => AssertIs(new(2, 3, 1, 0, 0, 0), Verdict.Of([First, Second], [Of(First), Of(Second), (First.Email, "ord_3")]));

    [Fact]
    public void No_order_is_missing() => AssertIs(new(2, 1, 0, 1, 0, 1), Verdict.Of([First, Second], [Of(First)]));

    [Fact]
    public void An_order_of_nobody_is_extra() => AssertIs(new(1, 2, 0, 0, 1, 0), Verdict.Of([First], [Of(First), Of(Second)]));

    [Fact]
    public void The_receipt_of_another_is_recorded_wrongly() => AssertIs(new(1, 1, 0, 0, 0, 1), Verdict.Of([First], [(First.Email, "ord_2")]));

    [Fact]
    public void An_order_that_is_not_recorded_is_recorded_wrongly() =>
        AssertIs(new(1, 1, 0, 0, 0, 1), Verdict.Of([First with { State = "prepared", OrderId = null }], [Of(First)]));

    private static (string Email, string Id) Of(ShopRow row) => (row.Email, row.OrderId!);

    private static void AssertIs(Verdict expected, Verdict verdict)
    {
        Assert.Equal(expected, verdict);
        Assert.False(verdict.IsExactlyOnce);
    }
}
