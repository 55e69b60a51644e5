using System.Text.Json;

namespace Peeker.Cli.Tests;

public sealed class PlanTests
{
    [Fact]
    public async Task The_documented_volume_needs_fifteen_and_four()
    {
        await using var outside = new Outside();
        outside.Variables.Clear();
        var (code, output, error) = await outside.RunAsync("plan", "--volume", "25000");
        Assert.Equal((ExitCode.Done, ""), (code, error));
        Assert.Equal("""
            19 domains for 25,000 e-mails a month on 22 days
            Google      50 %         15 domains         30 licences
            Microsoft   50 %          4 domains          4 licences
            1,137 e-mails a day, of 1,200 that the domains can send

            """.ReplaceLineEndings("\n"), output);
        Assert.Empty(outside.Sandbox.Requests.All);
    }

    [Fact]
    public async Task As_JSON_it_has_the_figures_of_the_plan()
    {
        await using var outside = new Outside();
        var ending = await outside.RunAsync("plan", "--volume", "100000", "--google-percent", "70", "--microsoft-percent", "30", "--json");
        using var plan = JsonDocument.Parse(ending.Output);
        Assert.Equal((80, 10, 90), (Number("google_domains"), Number("microsoft_domains"), Number("total_domains")));

        int Number(string name) => plan.RootElement.GetProperty(name).GetInt32();
    }

    [Theory]
    [InlineData("peeker: google_percent and microsoft_percent must make 100 together; they make 110.\n", "--volume", "5", "--google-percent", "70", "--microsoft-percent", "40")]
    [InlineData("peeker: monthly_sending_volume must be at least 1.\n", "--volume", "0")]
    [InlineData("peeker: Option '--volume' is required. See peeker plan --help.\n")]
    public async Task What_cannot_be_planned_is_one_line_with_the_member(string expected, params string[] arguments)
    {
        await using var outside = new Outside();
        Assert.Equal(new Ending(ExitCode.Usage, "", expected), await outside.RunAsync(["plan", .. arguments]));
    }

    [Fact]
    public async Task An_unknown_command_is_one_line_on_standard_error()
    {
        await using var outside = new Outside();
        var ending = await outside.RunAsync("plam");
        Assert.Equal((ExitCode.Usage, ""), (ending.Code, ending.Output));
        Assert.Equal(1, ending.Error.AsSpan().Count('\n'));
    }

    [Fact]
    public async Task Help_is_data_that_was_asked_for()
    {
        await using var outside = new Outside();
        var ending = await outside.RunAsync("plan", "--help");
        Assert.Equal((ExitCode.Done, ""), (ending.Code, ending.Error));
        Assert.Contains("--volume", ending.Output, StringComparison.Ordinal);
    }
}
