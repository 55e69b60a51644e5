namespace Peeker.Cli.Domains;

/// <summary>Asks for every name that has no row yet.</summary>
internal sealed class CheckRun(PeekerClient peeker, RowSink sink, NamesDone done, Action<CheckTally> progress)
{
    private CheckTally _tally = new() { Earlier = done.Count, EarlierInvalid = sink.EarlierInvalid };
    private long _passedOver;
    private long _invalid;

    public async Task<CheckTally> RunAsync(IEnumerable<string> lines, int concurrency, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(Names(lines), new() { Concurrency = concurrency }, cancellationToken))
            {
                Add(outcome);
                progress(Tally());
            }
        }
        finally
        {
            // What was answered is kept, whatever ends the run.
            sink.Flush();
        }

        return Tally();
    }

    /// <summary>What was done so far.</summary>
    public CheckTally Tally() => _tally with { PassedOver = Interlocked.Read(ref _passedOver), Invalid = Interlocked.Read(ref _invalid) };

    /// <summary>Read ahead of the answers, on another thread.</summary>
    private IEnumerable<string> Names(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var proper = DomainName.TryParse(line, out var name, out var problem);
            var domain = proper ? name.Value : line;
            if (!done.Add(domain))
            {
                Interlocked.Increment(ref _passedOver);
                continue;
            }

            if (proper)
            {
                yield return domain;
                continue;
            }

            sink.Add(NameRow.Of(domain, problem!));
            Interlocked.Increment(ref _invalid);
        }
    }

    private void Add(AvailabilityOutcome outcome)
    {
        if (outcome.Row is { } row)
        {
            sink.Add(new(outcome.Domain) { Availability = row });
            _tally = row.Available ? _tally with { Available = _tally.Available + 1 } : _tally with { Unavailable = _tally.Unavailable + 1 };
            return;
        }

        // In a file a name without an answer has no row, so that the next run asks again.
        if (!sink.CanGoOn) sink.Add(new(outcome.Domain) { Problem = "request_failed", Message = outcome.Error!.Message });
        _tally = _tally with { Failed = _tally.Failed + 1, FirstFailure = _tally.FirstFailure ?? outcome.Error!.Message };
    }
}
