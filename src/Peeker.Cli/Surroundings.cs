namespace Peeker.Cli;

/// <summary>All that a command has from outside, so that a test can be the outside.</summary>
internal sealed record Surroundings
{
    /// <summary>Data, and nothing else.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>What a person reads: progress, notes, errors.</summary>
    public required TextWriter Error { get; init; }

    public required TextReader Input { get; init; }

    /// <summary>Variables of the environment; null where there is none.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Whether a person looks at <see cref="Error"/> while it is written.</summary>
    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where requests to the API and to endpoints end; the network if null.</summary>
    public HttpMessageHandler? Handler { get; init; }

    public static Surroundings OfProcess() => new()
    {
        Output = StandardOutput.Open(),
        Error = Console.Error,
        Input = Console.In,
        Variable = Environment.GetEnvironmentVariable,
        ErrorIsTerminal = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };

    /// <summary>Something for a person to read, on a line of its own.</summary>
    public void Note(string text)
    {
        try
        {
            Error.WriteLine(Shown.Line(text));
        }
        catch (IOException)
        {
            // Nobody reads it any more, which is no reason to stop in the middle of an order.
        }
    }
}
