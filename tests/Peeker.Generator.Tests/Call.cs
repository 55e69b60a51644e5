using Peeker.Generator.Commands;

namespace Peeker.Generator.Tests;

/// <summary>Calls of the command, with what they wrote.</summary>
internal sealed class Call(TimeProvider? clock = null)
{
    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public int Run(params string[] args)
    {
        using StringWriter output = new(), error = new();
        var ending = CommandLine.Run(args, new Terminal(output, error, clock ?? TimeProvider.System));
        (Output, Error) = (Output + output, Error + error);
        return ending;
    }
}
