using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Peeker.Redis;

/// <content>One loop for each process, while there is something to do: it asks Redis for all that wait, or serves them from the share.</content>
public sealed partial class RedisRequestBudget
{
    /// <summary>How long returned permits may stay untold; they carry their age, so nothing is lost but a little room for others.</summary>
    private static readonly TimeSpan ReturnDelay = TimeSpan.FromMilliseconds(100);

    /// <summary>Processes that were told the same time come one after the other, and find more than one permit when they come.</summary>
    private static readonly TimeSpan MostSpread = TimeSpan.FromMilliseconds(4);

    private readonly List<(long Id, long At)> _returned = [];
    private readonly List<long> _unused = [];
    private readonly List<long> _untold = [];
    private bool _shared = true;
    private bool _met;
    private bool _running;
    private bool _probing;
    private int _connection;
    private string? _epoch;
    private int _seen = 1;
    private int _free;
    private long _nextId;
    private long _askAt = long.MinValue;
    private long _tellAt;
    private long _toldFor;
    private long _keepsToShareUntil = long.MinValue;

    private int ShareNow => Math.Max(1, _options.Permits / (_options.Processes ?? _seen));

    internal void Return(long id)
    {
        lock (_sync)
        {
            var now = Advance();
            _own.Return(id, now);
            if (_returned.Count == 0) _tellAt = now + _clock.Units(ReturnDelay);
            _returned.Add((id, now));
            if (!_running || !_shared) Wake();
        }
    }

    private void Wake()
    {
        if (_running)
        {
            _alarm.Ring();
            return;
        }

        _running = true;
        // Not as a part of the caller's: what flows with that one has no business here.
        ThreadPool.UnsafeQueueUserWorkItem(static budget => _ = budget.RunAsync(), this, preferLocal: false);
    }

    private async Task RunAsync()
    {
        while (Next() is { } step)
        {
            if (step.Question is null) await _alarm.WaitAsync(step.Nap).ConfigureAwait(false);
            else if (step.IsProbe) _ = ProbeAsync(step.Question);
            else Settle(step.Question, await AskAsync(step.Question).ConfigureAwait(false));
        }
    }

    /// <summary>While Redis is away nobody waits for it to be found: the share is served meanwhile.</summary>
    private async Task ProbeAsync(BudgetQuestion question)
    {
        var outcome = await AskAsync(question).ConfigureAwait(false);
        lock (_sync)
        {
            Settle(question, outcome);
            _probing = false;
            Wake();
        }
    }

    /// <summary>What to do next; null when there is nothing to do.</summary>
    private (BudgetQuestion? Question, bool IsProbe, TimeSpan Nap)? Next()
    {
        lock (_sync)
        {
            var now = Advance();
            if (!_shared) ServeAlone();
            var waiting = _queue.First is not null;
            var telling = _returned.Count + _unused.Count > 0;
            if (!waiting && !(_shared ? telling : _own.Any && !_disposed))
            {
                _running = false;
                if (_disposed) _alarm.Dispose();
                return null;
            }

            if (!_shared) return NextAlone(now, waiting);
            var due = waiting ? _askAt : _disposed || _unused.Count > 0 ? now : _tellAt;
            return due <= now ? (Question(now), false, default) : (null, false, _clock.TimerSpan(due - now));
        }
    }

    private (BudgetQuestion? Question, bool IsProbe, TimeSpan Nap) NextAlone(long now, bool waiting)
    {
        if (!_probing && _askAt <= now)
        {
            _probing = true;
            return (Question(now), true, default);
        }

        var free = waiting ? _own.FreeAt(ShareNow) : null;
        var due = Math.Min(free ?? long.MaxValue, _probing ? long.MaxValue : _askAt);
        return (null, false, due == long.MaxValue ? Timeout.InfiniteTimeSpan : _clock.TimerSpan(due - now));
    }

    private BudgetQuestion Question(long now)
    {
        var everything = _epoch is null;
        var wanted = Math.Min(_queue.Weight, _options.Permits);
        if (now < _keepsToShareUntil) wanted = Math.Clamp(_own.Free(ShareNow), 0, wanted);
        // Whoever comes back reports first, and asks when that has arrived.
        if (everything && _met) wanted = 0;
        var question = new BudgetQuestion
        {
            Epoch = _epoch,
            Connection = _connection,
            Wanted = wanted,
            FirstId = _nextId,
            Returned = [.. (everything ? _own.Cooling : _returned).Select(one => (one.Id, _clock.Micros(now - one.At)))],
            Held = [.. everything ? _own.Held : _untold.Where(_own.Held.Contains)],
            Unused = [.. _unused],
        };
        _nextId += wanted;
        _returned.Clear();
        _unused.Clear();
        _untold.Clear();
        return question;
    }

    /// <summary>The answer, or why there is none.</summary>
    private async Task<(BudgetAnswer? Answer, string Cause)> AskAsync(BudgetQuestion question)
    {
        try
        {
            // What is sent without a connection would wait for one, and be carried out long after it was given up.
            if (!_script.CanBeReached) return (null, "no connection");
            var asking = _script.AskAsync(question);
            // One that is given up may still fail, and then nobody is there to see it.
            _ = asking.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            return (await asking.WaitAsync(_options.RedisTimeout, _options.Time).ConfigureAwait(false), "");
        }
        catch (Exception away)
        {
            // Whatever it is: if it ended the loop, everybody would wait for ever. The message may hold addresses, the type does not.
            return (null, away.GetType().Name);
        }
    }

    private void Settle(BudgetQuestion question, (BudgetAnswer? Answer, string Cause) outcome)
    {
        lock (_sync)
        {
            var now = Advance();
            if (outcome.Answer is not { } answer) FallBack(question, outcome.Cause, now);
            else if (answer.IsStranger) ReportAll(question);
            else Accept(question, answer, now);
        }
    }

    private void Accept(BudgetQuestion question, BudgetAnswer answer, long now)
    {
        // Others may not have reported yet: until their last window is over, nobody takes more than would be theirs anyway.
        if (question.Epoch is null && _met) _keepsToShareUntil = now + _span;
        if (!_shared) BudgetReports.Back(_logger, _options.Name, question.Returned.Length + question.Held.Length);
        (_shared, _met, _free) = (true, true, answer.Free);
        _epoch = question.Connection == _connection ? answer.Epoch : null;
        _seen = now < _keepsToShareUntil ? Math.Max(_seen, answer.Processes) : answer.Processes;
        for (var number = 0; number < answer.Granted; number++) Serve(question.FirstId + number);
        _toldFor = now + _clock.Units(answer.Wait);
        _askAt = answer.Wait > TimeSpan.Zero
            ? now + _clock.Units(TimeSpan.FromTicks(Math.Min(answer.Wait.Ticks, BudgetScript.Patience.Ticks)) + (MostSpread * _options.Random.NextDouble()))
            : now;
        if (now < _keepsToShareUntil && question.Epoch is not null && question.Wanted == 0 && _queue.First is not null)
            _askAt = Math.Min(_own.FreeAt(ShareNow) ?? long.MaxValue, now + _clock.Units(BudgetScript.Patience));
    }

    /// <summary>To the first that still waits; if nobody does, Redis gets it back.</summary>
    private void Serve(long id)
    {
        while (_queue.First is { } first)
        {
            _queue.Serve(Grant(first.Permits, id));
            if (first.Permits > 0) return;
        }

        _unused.Add(id);
    }

    /// <summary>The count began anew, in an empty or another Redis.</summary>
    private void ReportAll(BudgetQuestion question)
    {
        _epoch = null;
        _unused.AddRange(question.Unused);
    }

    private void FallBack(BudgetQuestion question, string cause, long now)
    {
        _epoch = null;
        _unused.AddRange(question.Unused);
        // It may have been carried out nevertheless.
        for (var number = 0; number < question.Wanted; number++) _unused.Add(question.FirstId + number);
        _askAt = now + _clock.Units(BudgetScript.Patience + (MostSpread * _options.Random.NextDouble()));
        if (!_shared) return;
        _shared = false;
        BudgetReports.FellBack(_logger, _options.Name, ShareNow, cause);
    }

    private RateLimitLease? TryTakeAlone(int permits)
    {
        Advance();
        return !_shared && _queue.First is null && _own.Free(ShareNow) > 0 ? GrantAlone(permits) : null;
    }

    private void ServeAlone()
    {
        while (_queue.First is { } first && _own.Free(ShareNow) > 0) _queue.Serve(GrantAlone(first.Permits));
    }

    private RateLimitLease GrantAlone(int permits)
    {
        BudgetReports.GrantedAlone();
        if (permits > 0) _untold.Add(_nextId);
        return Grant(permits, _nextId++);
    }

    /// <summary>By what the process was told for its first, and a share a window for those behind.</summary>
    private long EstimateShared() =>
        (_queue.Weight / ShareNow * _span) + (_queue.First is null ? 0 : Math.Max(0, _toldFor - _clock.Now));

    private void OnConnection(object? sender, ConnectionFailedEventArgs change)
    {
        // Another Redis may answer from now on, with an older memory.
        lock (_sync)
        {
            _epoch = null;
            _connection++;
        }
    }
}
