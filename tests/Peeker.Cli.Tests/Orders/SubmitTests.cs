using System.Text.Json;
using System.Text.Json.Nodes;
using static Peeker.Cli.Tests.Orders.SmallOrder;

namespace Peeker.Cli.Tests.Orders;

public sealed class SubmitTests
{
    [Fact]
    public async Task An_order_is_placed_waited_for_and_never_placed_twice()
    {
        await using var outside = await GivenAsync();
        var (file, bundle) = await OrderAsync(outside);
        var first = await outside.RunAsync("order", "submit", file, "--wait", "--interval-seconds", "0.2", "--json");
        Assert.Equal(ExitCode.Done, first.Code);
        var order = JsonDocument.Parse(first.Output).RootElement;
        Assert.Equal("completed", order.GetProperty("status").GetString());
        Assert.Equal(bundle.RequiredDomains.Google + bundle.RequiredDomains.Microsoft, order.GetProperty("domain_count").GetInt32());
        foreach (var name in (string[])[".test.submission", ".test.receipt"])
        {
            Assert.DoesNotContain(Password, await File.ReadAllTextAsync(file + name), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file + name));
        }

        // Two days later it is still the same order; nothing is sent.
        outside.Time = new LaterTime(TimeSpan.FromDays(2));
        var again = await outside.RunAsync("order", "submit", file, "--json");
        Assert.Equal((ExitCode.Done, first.Output), (again.Code, again.Output));
        Assert.Single(outside.Sandbox.Requests.All, request => request.Operation == "Orders_Create");
        Assert.DoesNotContain(Password, first.Error + again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_answer_is_lost_the_same_command_finds_the_order()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        using var stop = new CancellationTokenSource();

        // Ctrl-C at the worst moment: the order is placed, and nobody has heard of it.
        outside.After = request =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/orders", StringComparison.Ordinal)) stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        };
        var lost = await outside.RunAsync(["order", "submit", file], "", stop.Token);
        Assert.Equal((ExitCode.Cancelled, "", "The order may have been placed; the same command goes on, and is never charged twice.\npeeker: cancelled.\n"), (lost.Code, lost.Output, lost.Error));
        outside.After = null;
        var found = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Done, ""), (found.Code, found.Error));
        Assert.Equal((1, 2), (await OrdersAsync(outside), outside.Sandbox.Requests.All.Count(request => request.Operation == "Orders_Create")));
    }

    [Fact]
    public async Task A_day_later_the_order_is_looked_for_and_not_sent()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("order", "submit", file)).Code);
        File.Delete(file + ".test.receipt");
        outside.Time = new LaterTime(TimeSpan.FromDays(2));
        var found = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Done, "It is too late to send it again; looking for the order instead.\n"), (found.Code, found.Error));
        Assert.Equal(1, await OrdersAsync(outside));
        Assert.Single(outside.Sandbox.Requests.All, request => request.Operation == "Orders_Create");
    }

    [Fact]
    public async Task An_order_that_was_changed_after_it_was_sent_is_refused()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("order", "submit", file)).Code);
        outside.Write("order.json", (await File.ReadAllTextAsync(file)).Replace("Rivera", "Lee", StringComparison.Ordinal));
        var changed = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Usage, ""), (changed.Code, changed.Output));
        Assert.StartsWith("peeker: The order was changed since it was submitted", changed.Error, StringComparison.Ordinal);
        Assert.Equal(1, await OrdersAsync(outside));
    }

    [Fact]
    public async Task A_live_key_asks_for_live_and_a_test_key_refuses_it()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        var wrong = await outside.RunAsync("order", "submit", file, "--live");
        Assert.Equal(new Ending(ExitCode.Usage, "", "peeker: --live was given, and the key is no live key; leave --live out, or use the pk_live_ key.\n"), wrong);
        outside.Variables["PEEKER_API_KEY"] = outside.Sandbox.Keys.Create(KeyEnvironment.Live);
        var before = outside.Sandbox.Requests.Count;
        var refused = await outside.RunAsync("order", "submit", file);
        Assert.Equal(new Ending(ExitCode.Usage, "", "peeker: The key is a live key, and this is charged; add --live if it is meant, or use a pk_test_ key.\n"), refused);
        Assert.Equal(before, outside.Sandbox.Requests.Count);
        Assert.False(File.Exists(file + ".live.submission"));

        // With it the order goes out; live has its own bundles, so this one is not there.
        var meant = await outside.RunAsync("order", "submit", file, "--live");
        Assert.Equal(ExitCode.Failed, meant.Code);
        Assert.Contains("not_found", meant.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_is_refused_may_be_mended_and_sent_again()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        var right = await File.ReadAllTextAsync(file);
        outside.Write("order.json", right.Replace("mail-1.com", "acme-taken.com", StringComparison.Ordinal));
        var refused = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Failed, ""), (refused.Code, refused.Output));
        Assert.Equal(1, refused.Error.AsSpan().Count('\n'));
        var asked = await outside.RunAsync("order", "submit", file, "--show-api-message");
        Assert.Matches("^The API says: [^\n]+\n" + System.Text.RegularExpressions.Regex.Escape(refused.Error)[..40], asked.Error);
        outside.Write("order.json", right);
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("order", "submit", file)).Code);
    }

    [Fact]
    public async Task Every_rule_that_an_order_breaks_is_told_before_anything_is_sent()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        var order = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        order["domains"]!.AsArray().RemoveAt(0);
        order["personas"] = new JsonArray();
        outside.Write("order.json", order.ToJsonString());
        var broken = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Usage, ""), (broken.Code, broken.Output));
        Assert.Contains("domains", broken.Error, StringComparison.Ordinal);
        Assert.Contains("personas", broken.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(outside.Sandbox.Requests.All, request => request.Operation == "Orders_Create");
        Assert.False(File.Exists(file + ".test.submission"));
    }

    [Fact]
    public async Task An_order_that_fails_ends_in_three_and_shows_its_state()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        outside.Write("order.json", (await File.ReadAllTextAsync(file)).Replace("alex@acme.com", "order-fails@acme.com", StringComparison.Ordinal));
        var failed = await outside.RunAsync("order", "submit", file, "--wait", "--interval-seconds", "0.2");
        Assert.Equal(ExitCode.Finding, failed.Code);
        Assert.Contains("  failed  ", failed.Output, StringComparison.Ordinal);
    }
}
