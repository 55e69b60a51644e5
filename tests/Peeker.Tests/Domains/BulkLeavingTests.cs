namespace Peeker.Tests.Domains;

/// <summary>Slow readers, readers who leave, and what is left behind: nothing.</summary>
public sealed class BulkLeavingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slow_reader_slows_the_requests_down(bool inOrder)
    {
        using var stub = new BulkStub();
        var read = 0;
        var given = 0;
        await foreach (var _ in stub.Client.Domains.CheckAvailabilityAsync(Counting(), new() { Concurrency = 4, InInputOrder = inOrder }))
        {
            if (read++ % 50 != 0) continue;
            await Quiet(stub);
            // Eight requests between the input and the reader; the one whose rows are being read counts among them.
            Assert.InRange(stub.Requests.Count, 1, (read / 50) + 8);
            Assert.InRange(given, 1, ((read / 50) + 8) * 50);
            if (read > 1000) break;
        }

        IEnumerable<string> Counting() => BulkStub.Names(1_000_000).Select(name =>
        {
            given++;
            return name;
        });
    }

    [Fact]
    public async Task Nothing_is_read_or_sent_before_the_first_result_is_asked_for()
    {
        using var stub = new BulkStub();
        var run = stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(100).Select<string, string>(_ => throw new InvalidOperationException()));
        await Task.Yield();
        Assert.Empty(stub.Requests);
        await Assert.ThrowsAsync<InvalidOperationException>(() => run.ToListAsync());
    }

    [Fact]
    public async Task Leaving_cancels_what_is_under_way_and_waits_for_it()
    {
        using var stub = new BulkStub();
        var cancelled = 0;
        stub.Answer = async (names, number, cancellation) =>
        {
            if (number == 0) return BulkStub.Rows(names);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                await Task.Yield();
                Interlocked.Increment(ref cancelled);
            }

            return BulkStub.Rows(names);
        };
        var disposed = false;
        await foreach (var _ in stub.Client.Domains.CheckAvailabilityAsync(Disposing()))
        {
            await Until(() => stub.UnderWay == 8);
            break;
        }

        Assert.Equal(8, cancelled);
        Assert.Equal(0, stub.UnderWay);
        Assert.True(disposed);

        IEnumerable<string> Disposing()
        {
            try
            {
                foreach (var name in BulkStub.Names(10_000)) yield return name;
            }
            finally
            {
                disposed = true;
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_ends_the_run_and_what_is_under_way(bool byTheEnumeration)
    {
        using var stub = new BulkStub();
        using var stop = new CancellationTokenSource();
        stub.Answer = async (names, number, cancellation) =>
        {
            if (number > 0) await Task.Delay(Timeout.Infinite, cancellation);
            return BulkStub.Rows(names);
        };
        var run = stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(10_000), cancellationToken: byTheEnumeration ? default : stop.Token);
        var seen = 0;
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in run.WithCancellation(byTheEnumeration ? stop.Token : default))
            {
                if (++seen == 10) await stop.CancelAsync();
            }
        });
        Assert.Equal(10, seen);
        Assert.Equal(0, stub.UnderWay);
        Assert.True(failure.CancellationToken.IsCancellationRequested);
    }

    [Fact]
    public async Task Cancelling_ends_a_wait_for_an_input_that_gives_nothing()
    {
        using var stub = new BulkStub();
        using var stop = new CancellationTokenSource();
        var asked = new TaskCompletionSource();
        var run = stub.Client.Domains.CheckAvailabilityAsync(Silent(), cancellationToken: stop.Token).ToListAsync();
        await asked.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromMinutes(2)));

        async IAsyncEnumerable<string> Silent([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            yield break;
        }
    }

    [Fact]
    public async Task No_exception_is_left_unobserved()
    {
        var unobserved = 0;
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, seen) =>
        {
            // Other tests run beside this one; these are the messages of this one.
            if (seen.Exception.ToString().Contains("of the bulk test", StringComparison.Ordinal)) Interlocked.Increment(ref unobserved);
        };
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            for (var round = 0; round < 20; round++) await LeaveAsync(round);
            for (var round = 0; round < 3; round++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= count;
        }

        Assert.Equal(0, unobserved);

        static async Task LeaveAsync(int round)
        {
            using var stub = new BulkStub { Answer = async (names, number, _) => { await Task.Yield(); return number % 3 == 0 ? BulkStub.Rows(names) : throw new InvalidOperationException("of the bulk test"); } };
            try
            {
                await foreach (var _ in stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(5000)))
                {
                    if (round % 2 == 0) break;
                }
            }
            catch (InvalidOperationException)
            {
            }
        }
    }

    private static async Task Until(Func<bool> reached)
    {
        while (!reached()) await Task.Delay(1);
    }

    /// <summary>Until nothing has been sent for a while: enough for a run that knew no bound to go past it.</summary>
    private static async Task Quiet(BulkStub stub)
    {
        for (var (still, last) = (0, -1); still < 5; still = stub.Requests.Count == last && stub.UnderWay == 0 ? still + 1 : 0)
        {
            last = stub.Requests.Count;
            await Task.Delay(1);
        }
    }
}
