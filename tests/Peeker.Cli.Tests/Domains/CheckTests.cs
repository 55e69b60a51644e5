using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Peeker.Cli.Tests.Domains;

public sealed class CheckTests
{
    private const string Head = "domain,available,price_cents,renewal_price_cents,currency,premium,usable_for,reason,problem,message";

    [Fact]
    public async Task Rows_go_to_standard_output_and_the_sum_to_standard_error()
    {
        await using var outside = new Outside();
        var file = outside.Write("names.txt", "acme-mail.com\n\n# a remark\nACME-taken.com.\nacme-mail.com\nnot a \"name\"\nbücher.de\n");
        var ending = await outside.RunAsync("domains", "check", file);
        Assert.Equal(ExitCode.Finding, ending.Code);
        var rows = ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Head, rows[0]);
        Assert.Equal(["\"not a \"\"name\"\"\"", "acme-mail.com", "acme-taken.com", "xn--bcher-kva.de"], rows.Skip(1).Select(row => row.Split(',')[0]).Order(StringComparer.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("acme-taken.com,false,,,,,,taken,,", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.StartsWith("\"not a \"\"name\"\"\",,,,,,,,bad_character,", StringComparison.Ordinal));
        Assert.Equal("4 names: 0 earlier, 2 available, 1 not available, 1 not valid, 0 without an answer\n", ending.Error);
    }

    [Fact]
    public async Task As_JSON_every_row_is_an_object_and_names_may_come_from_standard_input()
    {
        await using var outside = new Outside();
        var ending = await outside.RunAsync(["domains", "check", "-", "--json"], "acme-mail.com\nmail.acme.com\n", CancellationToken.None);
        var rows = ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(row => row.GetProperty("domain").GetString()!);
        Assert.True(rows["acme-mail.com"].GetProperty("available").GetBoolean());
        Assert.Equal("subdomain", rows["mail.acme.com"].GetProperty("problem").GetString());
        Assert.Equal(2, rows.Count);
    }

    [Fact]
    public async Task Names_may_come_through_a_pipe_that_is_read_once()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var outside = new Outside();
        using (var made = Process.Start("mkfifo", outside["names"])) await made.WaitForExitAsync();
        var writing = Task.Run(() => File.WriteAllTextAsync(outside["names"], "acme-one.com\nacme-two.com\n"));
        var ending = await outside.RunAsync("domains", "check", outside["names"]);
        await writing;
        Assert.Equal((ExitCode.Done, "2 names: 0 earlier, 2 available, 0 not available, 0 not valid, 0 without an answer\n"), (ending.Code, ending.Error));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public async Task A_run_that_is_stopped_is_gone_on_with_and_every_name_has_one_row(string format)
    {
        await using var outside = new Outside();
        string[] names = [.. Enumerable.Range(0, 2_000).Select(number => $"shop-{number}.com"), "no name", "quoted, \"name\""];
        var (file, rows) = (outside.Write("names.txt", string.Join('\n', names)), outside["rows"]);
        string[] arguments = ["domains", "check", file, "--output", rows, "--format", format, "--concurrency", "1"];
        for (var stopped = 0; stopped < 2; stopped++)
        {
            using var stop = new CancellationTokenSource();
            var asked = 0;
            outside.Before = _ =>
            {
                if (++asked == 10) stop.Cancel();
                return null;
            };
            var ending = await outside.RunAsync(arguments, "", stop.Token);
            Assert.Equal((ExitCode.Cancelled, ""), (ending.Code, ending.Output));
            Assert.Contains("the same command goes on from there.\npeeker: cancelled.\n", ending.Error, StringComparison.Ordinal);

            // What a crash of the machine may leave behind.
            await File.AppendAllTextAsync(rows, format == "csv" ? "shop-1999.com,tr" : "{\"domain\":\"shop-19");
        }

        outside.Before = null;
        outside.Sandbox.Requests.Clear();
        Assert.Equal(ExitCode.Finding, (await outside.RunAsync(arguments)).Code);
        Assert.InRange(outside.Sandbox.Requests.Count, 20, 24);   // 40 would be all of them
        Assert.Equal(names.Order(StringComparer.Ordinal), RowsOf(rows, format).Order(StringComparer.Ordinal));

        // Once more: there is nothing left to ask, and the verdict is the same.
        outside.Sandbox.Requests.Clear();
        var before = await File.ReadAllBytesAsync(rows);
        Assert.Equal(ExitCode.Finding, (await outside.RunAsync(arguments)).Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(rows));
        Assert.Empty(outside.Sandbox.Requests.All);
    }

    [Fact]
    public async Task A_name_without_an_answer_has_no_row_and_is_asked_again()
    {
        await using var outside = new Outside();
        var (file, rows) = (outside.Write("names.txt", "acme-one.com\nacme-two.com\n"), outside["rows.csv"]);
        outside.Before = _ => new(HttpStatusCode.BadRequest)
        {
            Content = new StringContent("""{"error":{"code":"invalid_request","message":"no"}}""", Encoding.UTF8, "application/json"),
        };
        var failed = await outside.RunAsync("domains", "check", file, "--output", rows, "--json");
        Assert.Equal(ExitCode.Failed, failed.Code);
        Assert.Equal($$"""{"output":"{{rows}}","rows":0,"earlier":0,"available":0,"unavailable":0,"invalid":0,"failed":2,"passed_over":0}""" + "\n", failed.Output);
        Assert.StartsWith("peeker: 2 names have no answer; the same command asks again.", failed.Error, StringComparison.Ordinal);
        outside.Before = null;
        var again = await outside.RunAsync("domains", "check", file, "--output", rows, "--format", "json");
        Assert.Equal(ExitCode.Done, again.Code);
        Assert.Equal(["acme-one.com", "acme-two.com"], RowsOf(rows, "json").Order());
    }

    [Theory]
    [InlineData("csv", "acme-mail.com\nacme-taken.com\n")]
    [InlineData("csv", "my notes")]
    [InlineData("csv", "{\"domain\":\"acme-mail.com\"}\n")]
    [InlineData("json", Head + "\n")]
    [InlineData("json", "my notes")]
    [InlineData("json", "{\"domain\":\"acme-mail.com\"}\nmy notes\n")]
    public async Task A_file_with_something_else_is_left_as_it_is(string format, string text)
    {
        await using var outside = new Outside();
        var file = outside.Write("names.txt", text);
        var ending = await outside.RunAsync("domains", "check", file, "--output", file, "--format", format);
        Assert.Equal((ExitCode.Usage, ""), (ending.Code, ending.Output));
        Assert.StartsWith("peeker: ", ending.Error, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(file));
        Assert.Empty(outside.Sandbox.Requests.All);
    }

    [Fact]
    public async Task Two_runs_do_not_write_one_file()
    {
        await using var outside = new Outside();
        var file = outside.Write("names.txt", "acme-mail.com\n");
        using var other = FileLock.Take(outside["rows.csv"]);
        var ending = await outside.RunAsync("domains", "check", file, "--output", outside["rows.csv"]);
        Assert.Equal(ExitCode.Usage, ending.Code);
        Assert.Contains("no other run is writing it", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--concurrency", "0", "--concurrency must be 1 to 256")]
    [InlineData("--format", "xml", "xml")]
    [InlineData("--base-address", "http://example.com/", "--base-address takes an https address, or an http address of this machine")]
    public async Task A_value_that_does_not_fit_is_named(string option, string value, string problem)
    {
        await using var outside = new Outside();
        var ending = await outside.RunAsync("domains", "check", outside.Write("names.txt", "acme.com"), option, value);
        Assert.Equal((ExitCode.Usage, ""), (ending.Code, ending.Output));
        Assert.Contains(problem, ending.Error, StringComparison.Ordinal);
    }

    internal static List<string> RowsOf(string file, string format) =>
        [.. File.ReadAllLines(file).Skip(format == "csv" ? 1 : 0).Select(line => format == "csv" ? Cell(line) : JsonDocument.Parse(line).RootElement.GetProperty("domain").GetString()!)];

    // Apart from the tool's own reading: the quotes of these tests, and no others.
    private static string Cell(string line) => line.StartsWith("\"quoted", StringComparison.Ordinal) ? "quoted, \"name\"" : line.Split(',')[0].Trim('"');
}
