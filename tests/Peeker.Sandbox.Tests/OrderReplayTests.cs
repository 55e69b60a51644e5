using System.Net;

namespace Peeker.Sandbox.Tests;

/// <summary>What a caller who retries, or who believes an event, may rely on.</summary>
public sealed class OrderReplayTests
{
    [Fact]
    public async Task A_replay_is_answered_after_its_bundle_was_archived()
    {
        await using var lab = await Lab.StartAsync();
        var bundle = await lab.BundleForTwo();
        var body = Lab.Order($"\"bundle_id\":\"{bundle}\"", "acme-mail.com", "team-acme.com");
        var first = (await lab.Post("orders", body)).Is(HttpStatusCode.OK);
        Assert.Equal("archived", (await lab.Delete($"bundles/{bundle}")).Data.GetProperty("status").GetString());
        Assert.Equal(first.Id, (await lab.Post("orders", body)).Is(HttpStatusCode.OK).Id);
        (await lab.Post("orders", body + " ")).Refuses(400, "invalid_request", "bundle_id");
    }

    [Fact]
    public async Task Who_hears_that_an_order_completed_reads_that_it_did()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var lab = await Lab.StartAsync(new() { WebhookUrl = receiver.Url, CompletionDelay = TimeSpan.FromMilliseconds(150) });
        for (var round = 0; round < 4; round++)
        {
            var order = await lab.Post("orders", Lab.Order("\"google_licenses\":2", $"acme-{round}.com"));
            for (var count = 0; count < 3; count++) await receiver.Next();
            Assert.Equal("completed", (await lab.Get($"orders/{order.Id}")).Data.GetProperty("status").GetString());
        }
    }

    [Fact]
    public async Task An_order_takes_its_whole_delay_wherever_in_a_second_it_is_placed()
    {
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromMilliseconds(999));
        await using var lab = await Lab.StartAsync(new() { Time = clock });
        var order = await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal("in_progress", (await lab.Get($"orders/{order.Id}")).Data.GetProperty("status").GetString());
        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("completed", (await lab.Get($"orders/{order.Id}")).Data.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Events_tell_whole_seconds()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var lab = await Lab.StartAsync(new() { WebhookUrl = receiver.Url, CompletionDelay = TimeSpan.FromMilliseconds(150) });
        await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        for (var count = 0; count < 3; count++)
        {
            var received = System.Text.Json.JsonDocument.Parse((await receiver.Next()).Body).RootElement;
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", received.GetProperty("created_at").GetString());
        }
    }

    [Theory]
    [InlineData("""{"user":1,"domains":7}""")]
    [InlineData("{}")]
    [InlineData("""{"google_inboxes_per_domain":2}""")]
    public async Task An_order_of_neither_shape_is_told_so_before_its_fields_are_looked_at(string body)
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("orders", body)).Refuses(400, "invalid_request", "bundle_id");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task A_body_that_is_no_object_has_no_field_to_name(string body)
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("bundles", body)).Refuses(400, "invalid_request", null);
        (await lab.Post("orders", body)).Refuses(400, "invalid_request", null);
    }

    [Fact]
    public async Task A_member_that_stands_twice_is_no_fault_of_the_sandbox()
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Post("bundles", """{"name":1,"name":"x","monthly_sending_volume":1500}""")).Refuses(400, "invalid_request", null);
    }

    [Fact]
    public async Task A_webhook_address_or_secret_that_cannot_work_is_refused_at_once()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => PeekerSandbox.StartAsync(new() { WebhookUrl = new("ftp://example.com") }));
        await Assert.ThrowsAsync<ArgumentException>(() => PeekerSandbox.StartAsync(new() { WebhookSecret = "" }));
        await using var lab = await Lab.StartAsync();
        Assert.Throws<ArgumentException>(() => lab.Sandbox.Webhooks.Url = new("/hook", UriKind.Relative));
    }

    [Fact]
    public async Task No_spoiled_order_gives_a_server_error()
    {
        await using var lab = await Lab.StartAsync(overThePort: false);
        var order = System.Text.Encoding.UTF8.GetBytes(Lab.Order("\"google_licenses\":4", "a-one.com", "a-two.com"));
#pragma warning disable CA5394 // The same bodies in every run.
        var random = new Random(7);
        for (var run = 0; run < 3000; run++)
        {
            var body = order.ToArray();
            for (var spoil = random.Next(1, 4); spoil > 0; spoil--) body[random.Next(body.Length)] = (byte)random.Next(256);
            var answer = await lab.Send(new(HttpMethod.Post, "orders") { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } });
            Assert.True(answer.Status < 500, $"{answer.Status} for {Convert.ToBase64String(body)}");
        }
#pragma warning restore CA5394
    }
}
