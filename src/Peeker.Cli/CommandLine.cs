using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
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
        var root = new RootCommand("Peeker's Partner API on the command line. The guide is docs/cli.md.")
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

        // The library's own has /?, /h and -? too, which shells would offer.
        root.Options.Remove(root.Options.OfType<HelpOption>().Single());
        root.Options.Add(new HelpOption("--help", "-h"));
        return root;
    }

    public static async Task<int> RunAsync(string[] arguments, Surroundings surroundings, CancellationToken cancellationToken = default)
    {
        try
        {
            var code = await InvokeAsync(arguments, surroundings, cancellationToken);
            await surroundings.Output.FlushAsync(CancellationToken.None);
            return code;
        }
#pragma warning disable CA1031 // Whatever happens: a script gets a code of the guide, and a person one line.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var known = Failure.Of(failure, cancellationToken);
            surroundings.Note($"peeker: {known.Message}");
            return await FlushesAsync(surroundings.Output) || known.Code == ExitCode.Cancelled ? known.Code : ExitCode.Unwritten;
        }
    }

    private static async Task<int> InvokeAsync(string[] arguments, Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (arguments is [var first, ..] && first.StartsWith("[suggest:", StringComparison.Ordinal) && !IsSuggest(arguments))
            throw new UsageException("[suggest:N] is for the scripts of peeker completions; N is a place in the line that follows it.");
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

    // What was done before a failure is shown, if there is somebody to show it to.
    private static async Task<bool> FlushesAsync(TextWriter output)
    {
        try
        {
            await output.FlushAsync(CancellationToken.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    // The library's own reader of it throws.
    private static bool IsSuggest(string[] arguments) =>
        arguments[0].EndsWith(']') && int.TryParse(arguments[0].AsSpan(9..^1), NumberStyles.None, CultureInfo.InvariantCulture, out _) && arguments.Length == 2;

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
