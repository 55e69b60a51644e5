using Spectre.Console;

namespace Peeker.Cli;

/// <summary>Standard error as a terminal.</summary>
internal static class PersonConsole
{
    public static IAnsiConsole Of(Surroundings surroundings) => AnsiConsole.Create(new()
    {
        Out = new AnsiConsoleOutput(surroundings.Error),
        Ansi = surroundings.ErrorIsTerminal ? AnsiSupport.Yes : AnsiSupport.No,
        // no-color.org: any value that is not empty.
        ColorSystem = string.IsNullOrEmpty(surroundings.Variable("NO_COLOR")) && surroundings.ErrorIsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = surroundings.ErrorIsTerminal ? InteractionSupport.Yes : InteractionSupport.No,
    });
}
