using System.CommandLine;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Commands;

/// <summary>The whole command: subcommands, help, and how it ends.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error) => Run(args, new Terminal(output, error, TimeProvider.System));

    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        var root = new RootCommand(
            $"""
            Keeps openapi/peeker.yaml, and what is made of it, true to the published documentation.

            Ends with {Ending.Nothing} when there is nothing to report, {Ending.Findings} with findings, {Ending.Wrong} when the call is wrong or a file cannot be read.
            """)
        {
            JsonCommand.Create(terminal),
            LintCommand.Create(terminal),
            DriftCommand.Create(terminal),
            DiffCommand.Create(terminal),
            ChangelogCommand.Create(terminal),
            VectorsCommand.Create(terminal),
        };
        var call = root.Parse(args);
        if (call.Errors.Count > 0)
        {
            foreach (var wrong in call.Errors) terminal.Error.WriteLine(wrong.Message);
            terminal.Error.WriteLine($"Try: {string.Join(' ', call.CommandResult.Command.Parents.Select(parent => parent.Name).Append(call.CommandResult.Command.Name))} --help");
            return Ending.Wrong;
        }

        try
        {
            return call.Invoke(new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        }
        catch (UnreadableException unreadable)
        {
            terminal.Error.WriteLine(unreadable.Message);
            return Ending.Wrong;
        }
        catch (Exception unexpected) when (unexpected is IOException or UnauthorizedAccessException)
        {
            terminal.Error.WriteLine(unexpected.Message);
            return Ending.Wrong;
        }
    }
}
