using System.Net;
using System.Text.Json;
using Peeker.Sandbox.Tests.Determinism;

namespace Peeker.Sandbox.Tests.Misbehaviour;

public sealed class DeliveryTests
{
    [Fact]
    public async Task A_resend_has_the_same_id_and_bytes_and_a_new_time()
    {
        var mailbox = new Mailbox();
        await using var lab = Start(mailbox);
        var id = lab.Sandbox.Webhooks.Trigger(new("order.completed"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(10));
        lab.Sandbox.Webhooks.Resend(id);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        var (first, again) = (mailbox.Letters[0], mailbox.Letters[1]);
        Assert.Equal((id, id), (first.EventId, again.EventId));
        Assert.Equal(first.Body, again.Body);
        Assert.Equal(600, long.Parse(again.Timestamp, System.Globalization.CultureInfo.InvariantCulture) - long.Parse(first.Timestamp, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual(first.Signature, again.Signature);
        Assert.Equal([false, true], lab.Sandbox.Webhooks.Deliveries.Select(delivery => delivery.IsExtra));
        Assert.Throws<ArgumentException>(() => lab.Sandbox.Webhooks.Resend("evt_none"));
    }

    [Fact]
    public async Task A_share_comes_twice_the_same_ones_of_the_same_seed()
    {
        var (first, again) = (await Doubled(), await Doubled());
        Assert.Equal(first, again);
        Assert.InRange(first.Count, 60, 140);

        static async Task<List<string>> Doubled()
        {
            var mailbox = new Mailbox();
            await using var lab = Start(mailbox);
            lab.Sandbox.Webhooks.DuplicateShare = 0.5;
            await Trigger(lab, 200);
            return [.. mailbox.Letters.GroupBy(letter => letter.EventId).Where(group => group.Count() == 2).Select(group => group.Key)];
        }
    }

    [Fact]
    public async Task A_delay_changes_the_order_and_loses_nothing()
    {
        var mailbox = new Mailbox();
        await using var lab = Start(mailbox);
        lab.Sandbox.Webhooks.DelayUpTo = TimeSpan.FromMinutes(5);
        var made = await Trigger(lab, 30);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        var came = mailbox.Letters.Select(letter => letter.EventId).ToList();
        Assert.NotEqual(made, came);
        Assert.Equal(made.Order(), came.Order());
    }

    [Theory]
    [InlineData(WebhookOrder.AsMade)]
    [InlineData(WebhookOrder.Reversed)]
    [InlineData(WebhookOrder.Shuffled)]
    public async Task What_is_held_comes_in_the_order_asked_for(WebhookOrder order)
    {
        var (first, again) = (await Released(), await Released());
        Assert.Equal(first.Came, again.Came);
        if (order == WebhookOrder.AsMade) Assert.Equal(first.Made, first.Came);
        else if (order == WebhookOrder.Reversed) Assert.Equal(Enumerable.Reverse(first.Made), first.Came);
        else Assert.True(!first.Made.SequenceEqual(first.Came) && !Enumerable.Reverse(first.Made).SequenceEqual(first.Came));
        Assert.Equal(first.Made.Order(), first.Came.Order());

        async Task<(List<string> Made, List<string> Came)> Released()
        {
            var mailbox = new Mailbox();
            await using var lab = Start(mailbox);
            lab.Sandbox.Webhooks.Hold();
            var made = await Trigger(lab, 20);
            await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1));
            Assert.Empty(mailbox.Letters);
            lab.Sandbox.Webhooks.Release(order);
            await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
            return (made, [.. mailbox.Letters.Select(letter => letter.EventId)]);
        }
    }

    [Fact]
    public async Task One_at_a_time_keeps_the_order_and_more_overlap()
    {
        foreach (var atOnce in new[] { 1, 4 })
        {
            var slow = new Slow();
            await using var lab = Start(slow);
            lab.Sandbox.Webhooks.AtOnce = atOnce;
            var made = await Trigger(lab, 12);
            Assert.Equal(atOnce, slow.Most);
            if (atOnce == 1) Assert.Equal(made, lab.Sandbox.Webhooks.Deliveries.Select(delivery => delivery.EventId));
            Assert.Equal(made.Order(), lab.Sandbox.Webhooks.Deliveries.Select(delivery => delivery.EventId).Order());
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_receiver_that_never_answers_is_tried_five_times_in_a_day(bool looksAtTheToken)
    {
        await using var lab = Start(new Silent(looksAtTheToken), TimeSpan.FromSeconds(0.2));
        lab.Sandbox.Webhooks.Trigger(new("order.completed"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(14));
        Assert.Empty(lab.Sandbox.Webhooks.Deliveries);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Null(Assert.Single(lab.Sandbox.Webhooks.Deliveries).Status);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Equal([1, 2, 3, 4, 5], lab.Sandbox.Webhooks.Deliveries.Select(delivery => delivery.Attempt));
        Assert.InRange(lab.Sandbox.Webhooks.Deliveries[^1].At - Lab.Noon, TimeSpan.FromHours(1), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task Many_deliveries_do_not_wear_out_the_patience()
    {
        await using var lab = Start(new Mailbox(), TimeSpan.FromMinutes(10));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        for (var round = 0; round < 20; round++) await Trigger(lab, 50).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1));
        Assert.Equal(1000, lab.Sandbox.Webhooks.Deliveries.Count);
    }

    internal static Lab Start(HttpMessageHandler receiver, TimeSpan? patience = null) => Lab.InProcess(new()
    {
        Seed = 5, FrozenAt = Lab.Noon, WebhookUrl = Mailbox.Address, WebhookHandler = receiver, WebhookPatience = patience ?? TimeSpan.FromSeconds(30),
    });

    private static async Task<List<string>> Trigger(Lab lab, int count)
    {
        var made = Enumerable.Range(0, count).Select(_ => lab.Sandbox.Webhooks.Trigger(new("swap.completed"))).ToList();
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        return made;
    }

    private sealed class Silent(bool looksAtTheToken) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, looksAtTheToken ? cancellationToken : default);
            return new(HttpStatusCode.OK);
        }
    }

    private sealed class Slow : HttpMessageHandler
    {
        private int _now;

        public int Most { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (this) Most = Math.Max(Most, ++_now);
            await Task.Delay(20, cancellationToken);
            lock (this) _now--;
            return new(HttpStatusCode.OK);
        }
    }
}
