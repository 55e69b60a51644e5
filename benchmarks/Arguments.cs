namespace Peeker.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments(IReadOnlyList<string> Globs, bool Quick, bool Readme)
{
    public const string Usage = "Arguments: [--filter <glob>...] [--quick] [--readme]. Without --quick, everything is measured at length and written to benchmarks/results.";

    /// <summary>Null if they cannot be understood.</summary>
    public static Arguments? Parse(IReadOnlyList<string> arguments)
    {
        var globs = new List<string>();
        var (quick, readme, filtering) = (false, false, false);
        foreach (var argument in arguments)
        {
            if (argument == "--filter") filtering = true;
            else if (argument == "--quick") quick = true;
            else if (argument == "--readme") readme = true;
            else if (filtering && !argument.StartsWith('-')) globs.Add(argument);
            else return null;
            filtering &= argument == "--filter" || !argument.StartsWith('-');
        }

        // The shell may have found nothing for a glob.
        if (filtering && globs.Count == 0) return null;
        return new(globs.Count == 0 ? ["*"] : globs, quick, readme);
    }
}
