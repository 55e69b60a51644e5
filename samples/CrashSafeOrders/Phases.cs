using System.Globalization;

namespace CrashSafeOrders;

/// <summary>Says how far an order is, a line each, flushed: whoever watches can pull the plug between any two of them.</summary>
internal sealed class Phases(TextWriter output, Action<string, int>? watcher = null)
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    public void Reach(string phase, int number, string remark = "")
    {
        _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{phase} {number}{(remark.Length > 0 ? $" {remark}" : "")}"));
        _output.Flush();
        watcher?.Invoke(phase, number);
    }
}
