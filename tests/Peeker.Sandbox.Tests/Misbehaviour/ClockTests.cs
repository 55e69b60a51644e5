using System.Net;

namespace Peeker.Sandbox.Tests.Misbehaviour;

public sealed class ClockTests
{
    [Fact]
    public async Task A_frozen_clock_moves_by_command_alone_and_a_month_in_one_call()
    {
        await using var lab = Lab.InProcess(new() { FrozenAt = Lab.Noon });
        Assert.True(lab.Sandbox.Clock.IsFrozen);
        var order = await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        await lab.Post($"orders/{order.Id}/cancel", null);
        await Task.Delay(1100);
        var answer = await lab.Get($"orders/{order.Id}");
        Assert.Equal(("cancel_scheduled", Lab.Noon, Lab.Noon), (answer.Data.GetProperty("status").GetString(), answer.Message.Headers.Date, lab.Sandbox.Clock.UtcNow));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(31));
        answer = await lab.Get($"orders/{order.Id}");
        Assert.Equal(("cancelled", Lab.Noon.AddDays(31)), (answer.Data.GetProperty("status").GetString(), answer.Message.Headers.Date));
        Assert.Equal(["order.in_progress", "order.cancel_scheduled", "order.cancelled"], lab.Sandbox.Webhooks.Events.Select(made => made.Type.Value));
    }

    [Fact]
    public async Task A_clock_of_another_can_be_moved_ahead_of_it()
    {
        var clock = new ManualClock();
        var mailbox = new Determinism.Mailbox();
        await using var lab = Lab.InProcess(new() { Time = clock, CompletionDelay = TimeSpan.FromSeconds(10), WebhookUrl = Determinism.Mailbox.Address, WebhookHandler = mailbox });
        Assert.False(lab.Sandbox.Clock.IsFrozen);
        await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(9));
        clock.Advance(TimeSpan.FromSeconds(1));
        // No call and no command came in between: the timer had to know that less is left.
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(Lab.Noon.AddSeconds(10), lab.Sandbox.Clock.UtcNow);
        Assert.Equal(["order.in_progress", "domain.connected", "order.completed"], lab.Sandbox.Webhooks.Deliveries.Select(delivery => delivery.Type.Value));
    }

    [Fact]
    public async Task A_timer_that_was_set_before_the_clock_was_moved_is_not_late()
    {
        var clock = new ManualClock();
        var mailbox = new Determinism.Mailbox();
        await using var lab = Lab.InProcess(new() { Time = clock, CompletionDelay = TimeSpan.FromSeconds(10), WebhookUrl = Determinism.Mailbox.Address, WebhookHandler = mailbox });
        await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(9));
        clock.Advance(TimeSpan.FromSeconds(1));
        for (var wait = 0; wait < 200 && mailbox.Letters.Count < 3; wait++) await Task.Delay(10);
        Assert.Equal(3, mailbox.Letters.Count);
    }

    [Fact]
    public async Task Times_that_cannot_be_are_refused()
    {
        await using var lab = Lab.InProcess(new() { FrozenAt = Lab.Noon });
        foreach (var span in new[] { TimeSpan.FromTicks(-1), TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromDays(365 * 7500.0) })
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => lab.Sandbox.Clock.AdvanceAsync(span));
        Assert.Equal(Lab.Noon, lab.Sandbox.Clock.UtcNow);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1), new CancellationToken(canceled: true)));
        (await lab.Get("me")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Sandboxes_side_by_side_share_neither_records_nor_keys_nor_time_nor_faults()
    {
        var labs = Enumerable.Range(0, 20).Select(number => Lab.InProcess(new() { FrozenAt = Lab.Noon, Seed = number })).ToList();
        labs[3].Sandbox.Faults.Share(1, new SandboxFault(FaultKind.RateLimited));
        await Task.WhenAll(labs.Select(async (lab, number) =>
        {
            await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(number));
            for (var count = 0; count < number; count++) await lab.Post("bundles", """{"name":"a","monthly_sending_volume":1000}""");
        }));
        labs[3].Sandbox.Faults.Clear();
        foreach (var (lab, number) in labs.Select((lab, number) => (lab, number)))
        {
            Assert.Equal((number == 3 ? 0 : number, Lab.Noon.AddDays(number)), ((await lab.Get("bundles")).Data.GetArrayLength(), lab.Sandbox.Clock.UtcNow));
            Assert.Equal(number + 1, lab.Sandbox.Requests.Count);
        }

        using var stranger = new HttpRequestMessage(HttpMethod.Get, "me") { Headers = { Authorization = new("Bearer", labs[1].Sandbox.ApiKey) } };
        Assert.Equal(401, (await labs[2].Send(stranger)).Status);
        foreach (var lab in labs) await lab.DisposeAsync();
    }
}
