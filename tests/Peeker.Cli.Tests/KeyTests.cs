namespace Peeker.Cli.Tests;

public sealed class KeyTests
{
    [Fact]
    public async Task A_key_comes_from_a_file_that_is_its_owners_alone()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var outside = new Outside();
        var names = outside.Write("names.txt", "acme-mail.com\n");
        var key = outside.WriteSecret("key", outside.Variables["PEEKER_API_KEY"] + "\n");
        outside.Variables.Clear();
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("domains", "check", names, "--key-file", key)).Code);
        outside.Variables["PEEKER_API_KEY_FILE"] = key;
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("domains", "check", names)).Code);
        foreach (var open in (UnixFileMode[])[UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.OtherWrite])
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead | UnixFileMode.UserWrite | open);
            var refused = await outside.RunAsync("domains", "check", names);
            Assert.Equal(new Ending(ExitCode.Usage, "", $"peeker: {key} holds a secret and is open to others on this machine; run chmod 600 {key}.\n"), refused);
        }
    }

    [Fact]
    public async Task Without_a_key_the_two_ways_to_give_one_are_named()
    {
        await using var outside = new Outside();
        outside.Variables.Clear();
        var refused = await outside.RunAsync("domains", "check", outside.Write("names.txt", "acme-mail.com\n"));
        Assert.Equal(new Ending(ExitCode.Usage, "", "peeker: There is no API key; set PEEKER_API_KEY, or name a file with --key-file.\n"), refused);
    }

    [Theory]
    [InlineData("domains", "check", "names.txt", "--key-file", "pk_live_Zq1w2e3r4t5y")]
    [InlineData("domains", "check", "pk_live_Zq1w2e3r4t5y")]
    [InlineData("domains", "check", "names.txt", "pk_live_Zq1w2e3r4t5y")]
    [InlineData("domains", "check", "names.txt", "--output", "none/whsec_Zq1w2e3r4t5y")]
    [InlineData("domains", "check", "names.txt", "--format=pk_test_Zq1w2e3r4t5y")]
    [InlineData("webhooks", "trigger", "whsec_Zq1w2e3r4t5y", "--to", "https://shop.example/")]
    [InlineData("webhooks", "verify", "whsec_Zq1w2e3r4t5y")]
    [InlineData("webhooks", "listen")]
    [InlineData("order", "submit", "none.json")]
    [InlineData("pk_live_Zq1w2e3r4t5y")]
    public async Task A_key_in_the_place_of_a_name_is_not_shown(params string[] arguments)
    {
        await using var outside = new Outside();
        outside.Variables.Clear();
        outside.Variables["PEEKER_API_KEY_FILE"] = "pk_live_Zq1w2e3r4t5y";
        outside.Variables["PEEKER_WEBHOOK_SECRET_FILE"] = "whsec_Zq1w2e3r4t5y";
        outside.Write("names.txt", "acme-mail.com\n");
        var ending = await outside.RunAsync([.. arguments.Select(argument => argument == "names.txt" ? outside[argument] : argument)]);
        Assert.Equal((ExitCode.Usage, ""), (ending.Code, ending.Output));
        Assert.Matches("^peeker: [^\n]+\n$", ending.Error);
        Assert.DoesNotContain("Zq1w", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_came_from_elsewhere_steers_no_terminal()
    {
        Assert.Equal("a\\u001b[2J\\u000ab\\u202e", Shown.Text("a\u001b[2J\nb\u202e"));
        Assert.Equal("use the pk_live_ key, not pk_live_… or 'whsec_…'", Shown.Line("use the pk_live_ key, not pk_live_abc or 'whsec_x/y+z='"));
    }

    [Fact]
    public async Task A_key_that_is_refused_is_no_part_of_the_message()
    {
        await using var outside = new Outside();
        foreach (var (key, code) in new[] { ("pk_test_revoked0123456789", ExitCode.Failed), ("something else", ExitCode.Usage) })
        {
            outside.Variables["PEEKER_API_KEY"] = key;
            var refused = await outside.RunAsync("domains", "check", outside.Write("names.txt", "acme-mail.com\n"));
            Assert.Equal(code, refused.Code);
            Assert.Equal(1, refused.Error.AsSpan().Count('\n'));
            Assert.DoesNotContain(key, refused.Error, StringComparison.Ordinal);
        }
    }
}
