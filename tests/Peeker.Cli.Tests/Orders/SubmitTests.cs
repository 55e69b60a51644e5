using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Sandbox;

namespace Peeker.Cli.Tests.Orders;

public sealed class SubmitTests
{
    private const string Password = "a-dedicated-login";

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

    [Fact]
    public async Task A_password_in_the_file_makes_the_file_a_secret()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        outside.Variables.Remove("PEEKER_SEQUENCER_PASSWORD");
        var without = await outside.RunAsync("order", "submit", file);
        Assert.Equal(new Ending(ExitCode.Usage, "", "peeker: There is no password of the sequencer login; set PEEKER_SEQUENCER_PASSWORD, or name a file with --password-file.\n"), without);
        outside.Write("order.json", (await File.ReadAllTextAsync(file)).Replace("\"login_email\"", $"\"login_password\":\"{Password}\",\"login_email\"", StringComparison.Ordinal));
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Equal(ExitCode.Usage, (await outside.RunAsync("order", "submit", file)).Code);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("order", "submit", file)).Code);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("{\"user\":\"a@b.com\"}")]
    [InlineData("{\"sequencer\":7}")]
    [InlineData("{\"sequencer\":{\"login_password\":1}}")]
    [InlineData("{\"sequencer\":{},\"sequencer\":{}}")]
    public async Task What_is_no_order_is_one_line(string text)
    {
        await using var outside = await GivenAsync();
        var ending = await outside.RunAsync("order", "submit", outside.WriteSecret("order.json", text));
        Assert.Equal((ExitCode.Usage, ""), (ending.Code, ending.Output));
        Assert.Equal(1, ending.Error.AsSpan().Count('\n'));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-login")]
    public async Task A_receipt_shows_the_order_whatever_became_of_the_password(string? password)
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        var first = await outside.RunAsync("order", "submit", file);
        Change(outside, password);
        var again = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Done, first.Output.Split(' ')[0]), (again.Code, again.Output.Split(' ')[0]));
        Assert.Equal(1, again.Error.AsSpan().Count('\n'));

        // Another order in the file is said, though it cannot be compared with what was sent.
        outside.Write("order.json", (await File.ReadAllTextAsync(file)).Replace("mail-", "post-", StringComparison.Ordinal));
        Assert.Contains($"{file} has none of the domains of ord_", (await outside.RunAsync("order", "submit", file)).Error, StringComparison.Ordinal);
        Assert.Equal(1, await OrdersAsync(outside));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-login")]
    public async Task Without_the_password_of_that_time_an_order_is_looked_for(string? password)
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        var first = await outside.RunAsync("order", "submit", file);
        File.Delete(file + ".test.receipt");
        Change(outside, password);
        var found = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Done, first.Output.Split(' ')[0]), (found.Code, found.Output.Split(' ')[0]));
        Assert.True(File.Exists(file + ".test.receipt"));

        Assert.Single(outside.Sandbox.Requests.All, request => request.Operation == "Orders_Create");
    }

    [Fact]
    public async Task An_order_that_was_not_placed_yet_needs_its_password_and_that_is_said()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        using var stop = new CancellationTokenSource();
        outside.Before = request =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/orders", StringComparison.Ordinal)) stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
            return null;
        };
        Assert.Equal(ExitCode.Cancelled, (await outside.RunAsync(["order", "submit", file], "", stop.Token)).Code);
        outside.Before = null;
        Change(outside, "another-login");
        var none = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Unknown, ""), (none.Code, none.Output));
        Assert.Contains("set the password of that time", none.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Async", none.Error, StringComparison.Ordinal);
        Assert.Equal(0, await OrdersAsync(outside));
        Change(outside, Password);
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("order", "submit", file)).Code);
    }

    [Fact]
    public async Task An_order_whose_receipt_cannot_be_written_is_said_to_be_placed()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        Directory.CreateDirectory(file + ".test.receipt");
        var placed = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Unwritten, ""), (placed.Code, placed.Output));
        Assert.Matches("^peeker: ord_[^ ]+ is placed, and [^\n]+\n$", placed.Error);
        Directory.Delete(file + ".test.receipt");
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("order", "submit", file)).Code);
        Assert.Equal(1, await OrdersAsync(outside));
    }

    [Fact]
    public async Task An_API_that_cannot_be_reached_ends_in_one_and_leaves_nothing()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        var order = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        order.Remove("bundle_id");
        (order["google_licenses"], order["microsoft_licenses"]) = (order["domains"]!.AsArray().Count * 2, 0);
        outside.Write("order.json", order.ToJsonString());
        outside.Before = _ => throw new HttpRequestException(HttpRequestError.ConnectionError);
        outside.Time = new HurriedTime();
        var refused = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Failed, ""), (refused.Code, refused.Output));
        Assert.EndsWith("nothing was sent.\n", refused.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file + ".test.submission"));
    }

    [Fact]
    public async Task A_deadline_that_is_too_long_is_said_before_anything_is_sent()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        var before = outside.Sandbox.Requests.Count;
        var refused = await outside.RunAsync("order", "submit", file, "--wait", "--deadline-minutes", "64801");
        Assert.Equal((ExitCode.Usage, before), (refused.Code, outside.Sandbox.Requests.Count));
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("order", "submit", file, "--wait", "--interval-seconds", "0.2", "--deadline-minutes", "64800")).Code);
    }

    [Fact]
    public async Task An_address_has_one_set_of_files_however_it_is_spelt()
    {
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("order", "submit", file, "--base-address", "https://api.peeker.ai/partner/v1")).Code);
        Assert.True(File.Exists(file + ".test.receipt"));

        // The order of another account: what is found there, and which files are in the way.
        outside.Write("order.json.test.receipt", "ord_ofanotheraccount\n");
        var other = await outside.RunAsync("order", "submit", file);
        Assert.Equal((ExitCode.Failed, ""), (other.Code, other.Output));
        Assert.EndsWith($"remove {file}.test.receipt and {file}.test.submission.\n", other.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_may_come_through_a_pipe_and_with_the_mark_of_an_editor()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var outside = await GivenAsync();
        var (file, _) = await OrderAsync(outside);
        var text = "\uFEFF" + await File.ReadAllTextAsync(file);
        using (var made = System.Diagnostics.Process.Start("mkfifo", outside["piped.json"])) await made.WaitForExitAsync();
        var writing = Task.Run(() => File.WriteAllTextAsync(outside["piped.json"], text));
        var ending = await outside.RunAsync("order", "submit", outside["piped.json"]);
        await writing;
        Assert.Equal((ExitCode.Done, ""), (ending.Code, ending.Error));
    }

    private static void Change(Outside outside, string? password)
    {
        if (password is null) outside.Variables.Remove("PEEKER_SEQUENCER_PASSWORD");
        else outside.Variables["PEEKER_SEQUENCER_PASSWORD"] = password;
    }

    private static Task<Outside> GivenAsync() => Task.FromResult(new Outside { Variables = { ["PEEKER_SEQUENCER_PASSWORD"] = Password } });

    private static async Task<(string File, Bundle Bundle)> OrderAsync(Outside outside)
    {
        using var peeker = new PeekerClient(outside.Variables["PEEKER_API_KEY"], new() { Handler = outside.Sandbox.CreateHandler() });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Small", MonthlySendingVolume = 500 });
        var count = bundle.RequiredDomains.Google + bundle.RequiredDomains.Microsoft;
        return (outside.Write("order.json", $$"""
            {
              "user": "alex@acme.com",
              "bundle_id": "{{bundle.Id}}",
              "sequencer": {"provider": "smartlead", "login_email": "peeker@acme.com"},
              "domains": [{{string.Join(", ", Enumerable.Range(1, count).Select(number => $"\"mail-{number}.com\""))}}],
              "personas": [{"first_name": "Alex", "last_name": "Rivera", "profile_picture_url": null}]
            }
            """), bundle);
    }

    private static async Task<int> OrdersAsync(Outside outside)
    {
        using var peeker = new PeekerClient(outside.Variables["PEEKER_API_KEY"], new() { Handler = outside.Sandbox.CreateHandler() });
        return (await peeker.Orders.ListPageAsync()).Data.Count;
    }
}
