using System.Diagnostics;
using System.Reflection;

namespace Peeker.Allocation.Tests;

/// <summary>The bytes that work allocates on its thread, to the byte.</summary>
internal static class Allocated
{
    private const int Times = 64;

    // Without optimization objects stay on the heap that the compiler otherwise keeps off it, such as the state of an asynchronous method that never waits.
    private static readonly bool IsOptimized = typeof(PeekerClient).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled != true;

    /// <summary>What is expected of a library that was built for release, and of one that was not. Only the first counts for users; both are exact.</summary>
    public static long Expected(long optimized, long plain) => IsOptimized ? optimized : plain;

    public static long By(Action work)
    {
        for (var time = 0; time < Times; time++) work();

        // What the platform does now and then (a pool grows, a cache is trimmed) is no part of the work: the least of several runs is what each time costs.
        var least = Enumerable.Range(0, 8).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var time = 0; time < Times; time++) work();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.Equal(0, least % Times);
        return least / Times;
    }

    /// <summary>What an array of bytes takes: two words of header, its length, and the bytes in whole words.</summary>
    public static long ByArray(int length) => (2 * IntPtr.Size) + IntPtr.Size + ((length + IntPtr.Size - 1) / IntPtr.Size * IntPtr.Size);
}
