using System.Globalization;
using Spectre.Console;

namespace Quickstart;

/// <summary>Shows each step: live and in colour in a terminal, one plain line each when the output is redirected.</summary>
internal sealed class Screen(IAnsiConsole console)
{
    private readonly bool _live = console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi;

    public void Title(string text, string remark)
    {
        if (_live)
        {
            console.WriteLine();
            console.Write(new Rule($"[bold]{text.EscapeMarkup()}[/]") { Justification = Justify.Left, Style = Style.Parse("grey") });
            if (remark.Length > 0) console.MarkupLine($"[grey]{remark.EscapeMarkup()}[/]");
        }
        else
        {
            Plain($"== {text}{(remark.Length > 0 ? $" ({remark})" : "")}");
        }
    }

    /// <summary>Makes a call and shows what it is while it runs, then its request id and what came back.</summary>
    public async Task<T> StepAsync<T>(string call, Func<Task<Peeker.PeekerResponse<T>>> send, Func<T, string> describe)
    {
        var response = _live
            ? await console.Status().Spinner(Spinner.Known.Dots).StartAsync($"[grey]{call.EscapeMarkup()}[/]", _ => send())
            : await send();
        var (status, id, what) = ((int)response.Status, response.RequestId, describe(response.Resource));
        if (_live) console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"[green]✓[/] [bold]{call.EscapeMarkup(),-28}[/] [grey]{status} {id}[/]\n  {what.EscapeMarkup()}"));
        else Plain(string.Create(CultureInfo.InvariantCulture, $"{call}  {status}  {id}  {what}"));
        return response.Resource;
    }

    public void Event(string type, string what)
    {
        if (_live) console.MarkupLine($"[blue]◆[/] [bold]{type.EscapeMarkup(),-28}[/] [grey]signature verified[/]\n  {what.EscapeMarkup()}");
        else Plain($"{type}  signature verified  {what}");
    }

    public void Note(string text)
    {
        if (_live) console.MarkupLine($"[grey]{text.EscapeMarkup()}[/]");
        else Plain(text);
    }

    public void Verdict(bool completed)
    {
        if (!completed) Failure("The order did not complete.");
        else if (_live) console.MarkupLine("\n[bold green]The order is complete.[/] Next: docs/, or the same calls with your own pk_test_ key in PEEKER_API_KEY.");
        else Plain("The order is complete.");
    }

    public void Failure(string text)
    {
        if (_live) console.MarkupLine($"[red]✗[/] {text.EscapeMarkup()}");
        else Plain($"failed: {text}");
    }

    // Straight to the writer: a redirected line must not be wrapped at a width nobody has.
    private void Plain(string text) => console.Profile.Out.Writer.WriteLine(text);
}
