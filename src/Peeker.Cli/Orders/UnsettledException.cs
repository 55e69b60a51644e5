namespace Peeker.Cli.Orders;

/// <summary>An order of which there is no receipt after all.</summary>
internal sealed class UnsettledException(int code, string message) : Exception(message)
{
    /// <summary>What the process ends with.</summary>
    public int Code => code;
}
