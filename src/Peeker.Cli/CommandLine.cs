using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Peeker.Cli.Completions;
using Peeker.Cli.Domains;
using Peeker.Cli.Orders;
using Peeker.Cli.Quickstarts;
using Peeker.Cli.Sandboxes;
using Peeker.Cli.Webhooks;

namespace Peeker.Cli;

/// <summary>The command <c>peeker</c>: from arguments to an exit code.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Surroundings surroundings)
    {
        var common = new CommonOptions();
        return new("Peeker's Partner API on the command line. The guide is docs/cli.md.")
        {
            Options = { common.Json },
            Subcommands =
            {
                QuickstartCommand.Create(surroundings, common),
                PlanCommand.Create(surroundings, common),
                new Command("domains", "Names of domains.") { CheckCommand.Create(surroundings, common) },
                new Command("order", "Orders.") { SubmitCommand.Create(surroundings, common) },
                SandboxCommand.Create(surroundings, common),
                new Command("webhooks", "Receive, check and send webhooks.")
                {
                    ListenCommand.Create(surroundings, common),
                    VerifyCommand.Create(surroundings, common),
                    TriggerCommand.Create(surroundings, common),
                    ReplayCommand.Create(surroundings, common),
                },
                CompletionsCommand.Create(surroundings),
            },
        };
    }

    public static async Task<int> RunAsync(string[] arguments, Surroundings surroundings, CancellationToken cancellationToken = default)
    {
        try
        {
            var parsed = Create(surroundings).Parse(arguments);

            // The library's own answer to an error is the whole help, on standard output.
            if (parsed.Action is ParseErrorAction) throw new UsageException($"{parsed.Errors[0].Message.TrimEnd('.')}. See {Path(parsed)} --help.");
            if (parsed.Action is not HelpAction) return await parsed.InvokeAsync(Writing(surroundings.Output, surroundings.Error), cancellationToken);
            using var help = new StringWriter();
            var code = await parsed.InvokeAsync(Writing(help, surroundings.Error), cancellationToken);

            // The library calls the command by the name of its file, and a tool's file is not called as the tool is.
            await surroundings.Output.WriteAsync(help.ToString().Replace($"{RootCommand.ExecutableName} ", "peeker ", StringComparison.Ordinal));
            return code;
        }
        catch (Exception failure) when (Failure.Of(failure, cancellationToken) is { } known)
        {
            await surroundings.Error.WriteLineAsync($"peeker: {known.Message}");
            return known.Code;
        }
        finally
        {
            await surroundings.Output.FlushAsync(CancellationToken.None);
        }
    }

    private static InvocationConfiguration Writing(TextWriter output, TextWriter error) =>
        new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };

    private static string Path(ParseResult parsed)
    {
        var names = new List<string>();
        for (var command = parsed.CommandResult; command is not null; command = command.Parent as System.CommandLine.Parsing.CommandResult)
            names.Insert(0, command.Command is RootCommand ? "peeker" : command.Command.Name);
        return string.Join(' ', names);
    }
}
