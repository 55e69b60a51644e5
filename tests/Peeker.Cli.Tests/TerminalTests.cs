using System.Text.Json;
using System.Text.RegularExpressions;

namespace Peeker.Cli.Tests;

/// <summary>What a person sees, and what a program reads.</summary>
public sealed partial class TerminalTests
{
    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(true, "1")]
    public async Task Progress_is_a_bar_in_a_terminal_and_has_no_colour_where_none_is_wanted(bool terminal, string? noColor)
    {
        await using var outside = new Outside { ErrorIsTerminal = terminal };
        if (noColor is not null) outside.Variables["NO_COLOR"] = noColor;
        var file = outside.Write("names.txt", string.Join('\n', Enumerable.Range(0, 200).Select(number => $"shop-{number}.com")));
        var ending = await outside.RunAsync("domains", "check", file);
        Assert.Equal((ExitCode.Done, 201), (ending.Code, ending.Output.AsSpan().Count('\n')));
        Assert.DoesNotContain('\u001b', ending.Output);
        Assert.Equal(terminal, ending.Error.Contains("100%", StringComparison.Ordinal));
        if (!terminal) Assert.DoesNotContain('\u001b', ending.Error);
        if (noColor is not null) Assert.DoesNotMatch(Colour(), ending.Error);
    }

    [Fact]
    public async Task In_a_terminal_the_sandbox_shows_tables()
    {
        await using var outside = new Outside { ErrorIsTerminal = true };
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var running = outside.Begin(["sandbox", "--port", "0", "--json"], stop.Token);
        var data = JsonDocument.Parse(await running.DataAsync("{")).RootElement;
        using var peeker = new PeekerClient(data.GetProperty("api_key").GetString()!, new() { BaseAddress = new(data.GetProperty("base_address").GetString()!) });
        await peeker.Me.GetAsync();
        await running.LineWithAsync("Me_Get");
        await stop.CancelAsync();
        var ending = await running.Ending;
        Assert.Equal((ExitCode.Done, 1), (ending.Code, ending.Output.AsSpan().Count('\n')));
        Assert.All((string[])["Requests", "Orders", "Deliveries"], title => Assert.Contains(title, ending.Error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "plan", "--volume", "25000", "--json")]
    [InlineData(0, "quickstart", "--json")]
    [InlineData(2, "plan")]
    [InlineData(2, "order", "submit", "not-there.json")]
    [InlineData(2, "domains", "check", "not-there.txt")]
    public async Task As_a_process_it_writes_nothing_but_data_to_standard_output(int code, params string[] arguments)
    {
        using var process = new ToolProcess(new Dictionary<string, string> { ["PEEKER_API_KEY"] = "pk_test_0123456789abcdef" }, arguments);
        var ending = await process.EndAsync();
        Assert.Equal(code, ending.Code);
        Assert.All(ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => JsonDocument.Parse(line).Dispose());
        Assert.Equal(code == 0, ending.Output.Length > 0);
        if (code != 0) Assert.Matches("^peeker: [^\n]+\n$", ending.Error);
    }

    // Colours of the foreground and the background; to be bold is no colour.
    [GeneratedRegex("\u001b\\[[0-9;]*(3|4|9|10)[0-9][0-9;]*m")]
    private static partial Regex Colour();
}
