namespace Peeker.AspNetCore.Tests;

/// <summary>Waits, in real time, for something that another thread brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="holds">What is waited for.</param>
    /// <param name="meanwhile">Done between two looks, for example moving a clock.</param>
    public static async Task TrueAsync(Func<bool> holds, Action? meanwhile = null)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < Patience, "It did not come to pass.");
            meanwhile?.Invoke();
            await Task.Delay(5);
        }
    }
}
