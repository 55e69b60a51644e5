using System.Globalization;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>The long form of the experiment, opted in by the number of calls.</summary>
internal sealed class ChaosFactAttribute : FactAttribute
{
    public const string Variable = "PEEKER_CHAOS";

    public ChaosFactAttribute()
    {
        if (Count is null) Skip = $"takes minutes: the number of calls, such as 10000, goes into {Variable}";
    }

    public static int? Count => int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var count) ? count : null;
}
