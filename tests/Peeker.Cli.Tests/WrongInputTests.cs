using System.Diagnostics;
using System.Net;

namespace Peeker.Cli.Tests;

/// <summary>Whatever is given, a run ends with a code of the guide and one line.</summary>
public sealed class WrongInputTests
{
    private const string Twice = """{"id":"one","id":"two"}""";

    [Theory]
    [InlineData("domains", "check", "")]
    [InlineData("domains", "check", "names.txt", "--output", "")]
    [InlineData("domains", "check", "names.txt", "--key-file", "")]
    [InlineData("order", "submit", "")]
    [InlineData("order", "submit", "order.json", "--password-file", "")]
    [InlineData("webhooks", "listen", "--port", "0", "--capture", "")]
    [InlineData("webhooks", "listen", "--port", "0", "--secret-file", "")]
    [InlineData("webhooks", "verify", "")]
    [InlineData("webhooks", "verify", "twice.json")]
    [InlineData("webhooks", "verify", "twice-within.json")]
    [InlineData("webhooks", "verify", "--body", "")]
    [InlineData("webhooks", "verify", "--body", "twice.json", "--headers", "")]
    [InlineData("webhooks", "replay", "", "--to", "https://shop.example/")]
    [InlineData("webhooks", "trigger", "order.completed", "--to", "https://shop.example/", "--data", "")]
    [InlineData("webhooks", "trigger", "order.completed", "--to", "https://shop.example/", "--data", "twice.json")]
    [InlineData("webhooks", "trigger", "order.completed", "--to", "https://shop.example/", "--secret-file", "blank")]
    [InlineData("webhooks", "listen", "--port", "0", "--secret-file", "blank")]
    [InlineData("order", "submit", "garbled.json")]
    [InlineData("order", "submit", "bundle.json")]
    [InlineData("[suggest:abc]", "peeker ")]
    [InlineData("[suggest:abc]")]
    [InlineData("[suggest:1]")]
    public async Task A_value_that_cannot_be_used_is_one_line_and_nothing_is_sent(params string[] arguments)
    {
        await using var outside = new Outside { Variables = { ["PEEKER_WEBHOOK_SECRET"] = "whsec_1", ["PEEKER_SEQUENCER_PASSWORD"] = "a-login" } };
        outside.Write("names.txt", "acme-mail.com\n");
        outside.Write("twice.json", Twice);
        outside.Write("twice-within.json", $$"""{"headers":{{Twice}},"body_base64":""}""");
        outside.WriteSecret("blank", " \n");
        outside.Write("garbled.json", OrderOf("bun_1"));
        outside.Write("bundle.json", OrderOf("xx"));
        outside.Write("garbled.json.test.receipt", "");
        outside.Before = _ => new(HttpStatusCode.InternalServerError);
        var paths = arguments.Select(argument => File.Exists(outside[argument]) && argument.Length > 0 ? outside[argument] : argument);
        var ending = await outside.RunAsync([.. paths], "", new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token);
        Assert.Equal((ExitCode.Usage, ""), (ending.Code, ending.Output));
        Assert.Matches("^peeker: [^\n]{20,}\n$", ending.Error);
    }

    [Fact]
    public async Task Rows_that_a_table_program_saved_are_gone_on_with()
    {
        await using var outside = new Outside();
        var (names, rows) = (outside.Write("names.txt", "acme-one.com\nacme-two.com\n"), outside["rows.csv"]);
        await outside.RunAsync("domains", "check", names, "--output", rows);
        outside.Write("rows.csv", (await File.ReadAllTextAsync(rows)).Replace("\n", "\r\n", StringComparison.Ordinal));
        outside.Write("names.txt", "acme-one.com\nacme-two.com\nacme-three.com\n");
        var ending = await outside.RunAsync("domains", "check", names, "--output", rows);
        Assert.Equal((ExitCode.Done, "3 names: 2 earlier, 1 available, 0 not available, 0 not valid, 0 without an answer\n"), (ending.Code, ending.Output));
        Assert.Equal(4, (await File.ReadAllLinesAsync(rows)).Length);
    }

    [Fact]
    public async Task A_key_may_come_through_a_pipe()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var outside = new Outside();
        using (var made = Process.Start("mkfifo", ["-m", "600", outside["key"]])) await made.WaitForExitAsync();
        var key = outside.Variables["PEEKER_API_KEY"];
        outside.Variables.Clear();
        var writing = Task.Run(() => File.WriteAllTextAsync(outside["key"], key + "\n"));
        var ending = await outside.RunAsync("domains", "check", outside.Write("names.txt", "acme-mail.com\n"), "--key-file", outside["key"]);
        await writing;
        Assert.Equal((ExitCode.Done, "1 names: 0 earlier, 1 available, 0 not available, 0 not valid, 0 without an answer\n"), (ending.Code, ending.Error));
    }

    [Theory]
    [InlineData("plan", "--volume", "25000")]
    [InlineData("completions", "bash")]
    [InlineData("quickstart")]
    [InlineData("domains", "check", "names.txt")]
    public async Task What_cannot_be_written_is_one_line_and_does_not_say_that_nothing_was_sent(params string[] arguments)
    {
        await using var full = new FullDisk();
        await using var outside = new Outside { Output = full };
        outside.Write("names.txt", "acme-mail.com\n");
        var ending = await outside.RunAsync([.. arguments.Select(argument => argument == "names.txt" ? outside[argument] : argument)]);
        Assert.Equal(ExitCode.Unwritten, ending.Code);
        Assert.Matches("^peeker: Reading or writing failed on the way[^\n]*No space left on device\n$", ending.Error[ending.Error.IndexOf("peeker:", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void What_nobody_thought_of_is_one_line_without_its_words()
    {
        var failure = Failure.Of(new InvalidOperationException("alex@acme.com\nsaid so"), CancellationToken.None);
        Assert.Equal((ExitCode.Defect, "This is a defect of peeker (InvalidOperationException in no code of Peeker); please report it, with the command and without keys."), (failure.Code, failure.Message));
    }

    private static string OrderOf(string bundle) => $$"""
        {"user":"alex@acme.com","bundle_id":"{{bundle}}","sequencer":{"provider":"smartlead","login_email":"peeker@acme.com"},
        "domains":["mail-1.com"],"personas":[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":null}]}
        """;
}
