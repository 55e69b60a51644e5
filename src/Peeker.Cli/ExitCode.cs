namespace Peeker.Cli;

/// <summary>What the process ends with. Documented in docs/cli.md, and part of the contract with scripts.</summary>
internal static class ExitCode
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>The API or an endpoint refused, failed, or did not answer.</summary>
    public const int Failed = 1;

    /// <summary>An argument, a file, a key or a setting is not usable. Nothing was sent.</summary>
    public const int Usage = 2;

    /// <summary>It ran, and the finding is bad: names that are none, a delivery that is not right, an order that did not complete.</summary>
    public const int Finding = 3;

    /// <summary>It is not known whether an order was placed. The same command again finds out.</summary>
    public const int Unknown = 4;

    /// <summary>Reading or writing failed on the way: a full disk, or a reader that left. What was asked for may have been done.</summary>
    public const int Unwritten = 5;

    /// <summary>A defect of this program, of the kind that sysexits.h calls an internal one.</summary>
    public const int Defect = 70;

    /// <summary>Interrupted, as a shell counts it: 128 and the number of SIGINT.</summary>
    public const int Cancelled = 130;
}
