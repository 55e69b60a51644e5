namespace Peeker.Allocation.Tests;

/// <summary>The bytes that work allocates on its thread, to the byte.</summary>
internal static class Allocated
{
    private const int Times = 64;

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
