using static Peeker.Cli.Tests.Orders.SmallOrder;

namespace Peeker.Cli.Tests.Orders;

/// <summary>What stands beside the order when it was sent: a submission, then a receipt.</summary>
public sealed class ReceiptTests
{
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
}
