using System.Text.Json.Nodes;
using static Peeker.Cli.Tests.Orders.SmallOrder;

namespace Peeker.Cli.Tests.Orders;

/// <summary>What the file of an order may be, and what is said before anything is sent.</summary>
public sealed class OrderInputTests
{
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
}
