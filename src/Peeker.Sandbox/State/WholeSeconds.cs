namespace Peeker.Sandbox.State;

/// <summary>The API writes whole seconds. What is due is reckoned with the exact time.</summary>
internal static class WholeSeconds
{
    public static DateTimeOffset Of(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
