using System.Runtime.CompilerServices;
using Microsoft.Extensions.Time.Testing;
using Peeker.Budget;

namespace Peeker.Tests.Budget;

public sealed class RequestBudgetsTests
{
    private static readonly Uri Api = PeekerClientOptions.DefaultBaseAddress;

    private readonly RequestBudgets _budgets = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void One_key_has_one_budget_whoever_asks()
    {
        var key = $"pk_test_{Guid.NewGuid():N}";
        var budget = _budgets.For(Api, key, 600, _time);
        Assert.Same(budget, _budgets.For(Api, new string(key), 600, _time));
        Assert.Same(budget, new KeyBudget(_budgets, Api, 600, _time).For(key));
        Assert.NotSame(budget, _budgets.For(Api, key + "2", 600, _time));
        Assert.NotSame(budget, _budgets.For(Api, key, 1200, _time));
        Assert.NotSame(budget, _budgets.For(new("http://127.0.0.1:4010/partner/v1/"), key, 600, _time));
        Assert.NotSame(budget, _budgets.For(Api, key, 600, TimeProvider.System));
    }

    [Fact]
    public void The_same_string_is_looked_up_without_allocating()
    {
        var client = new KeyBudget(_budgets, Api, 600, _time);
        var budget = client.For("pk_test_1");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 100; call++) client.For("pk_test_1");
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.NotSame(budget, client.For("pk_test_2"));
        Assert.Same(budget, client.For("pk_test_1"));
    }

    [Fact]
    public void Keys_that_rotate_for_ever_do_not_pile_up()
    {
        for (var key = 0; key < 2_000; key++)
        {
            UseOnce(key);
            _time.Advance(TimeSpan.FromMinutes(2));
            if (key % 50 == 0) GC.Collect();
        }

        Assert.InRange(_budgets.Count, 1, 200);
    }

    [Fact]
    public void One_key_after_the_other_leaves_a_few_and_not_all()
    {
        for (var key = 0; key < 20; key++)
        {
            UseOnce(key);
            _time.Advance(TimeSpan.FromMinutes(2));
            GC.Collect();
        }

        Assert.InRange(_budgets.Count, 1, 4);
    }

    [Fact]
    public void What_a_budget_is_known_by_does_not_show_its_key() =>
        Assert.DoesNotContain("secret", new RequestBudgets.Name("api.peeker.ai", "pk_live_secret", 600, _time).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_budget_with_permits_out_outlives_its_client()
    {
        UseOnce(0);
        for (var key = 1; key < 100; key++)
        {
            UseOnce(key);
            GC.Collect();
        }

        Assert.Equal(599, _budgets.For(Api, "pk_test_0", 600, _time).GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public void A_client_and_the_next_count_together_however_long_the_first_was_idle()
    {
        var client = new KeyBudget(_budgets, Api, 600, _time);
        var budget = client.For("pk_test_client");
        _time.Advance(TimeSpan.FromHours(1));
        for (var key = 0; key < 100; key++)
        {
            UseOnce(key);
            GC.Collect();
        }

        Assert.Same(budget, _budgets.For(Api, "pk_test_client", 600, _time));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void UseOnce(int key) => _budgets.For(Api, $"pk_test_{key}", 600, _time).AttemptAcquire().Dispose();
}
