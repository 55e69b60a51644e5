using System.Runtime;

namespace Peeker.Benchmarks.Measuring;

/// <summary>The just-in-time compiler: it replaces what ran often, and then what ran often in that, until nothing is left to replace.</summary>
internal sealed class BackgroundCompiler
{
    private const int MostPasses = 40;

    // It begins a tenth of a second after the last new method was called.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private long _compiled = -1;
    private int _passes;

    /// <summary>After each pass of the work: whether it has to run again, since something was compiled meanwhile.</summary>
    public bool IsBusy()
    {
        Thread.Sleep(Pause);
        return IsBusy(JitInfo.GetCompiledMethodCount());
    }

    /// <summary>The same of another process, which says how many methods it has compiled.</summary>
    public async Task<bool> IsBusyAsync(Func<Task<long>> count)
    {
        await Task.Delay(Pause);
        return IsBusy(await count());
    }

    private bool IsBusy(long compiled)
    {
        var busy = _passes < 2 || compiled > _compiled;
        _compiled = compiled;
        return busy && ++_passes < MostPasses;
    }
}
