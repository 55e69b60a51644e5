namespace Peeker.Domains;

/// <summary>
/// Picks by price alone, the cheapest row first, and takes each that still has a slot. Sets of domains that fit into the slots together form a matroid
/// (a transversal one), for which that is optimal. A row that runs on both takes either slot, so what fits is told by three counts.
/// </summary>
internal sealed class DomainPick
{
    private readonly Cheapest _google;
    private readonly Cheapest _microsoft;
    private readonly Cheapest _both;

    public DomainPick(int google, int microsoft)
    {
        (GoogleSlots, MicrosoftSlots) = (google, microsoft);
        (_google, _microsoft, _both) = (new(google), new(microsoft), new((long)google + microsoft));
    }

    public int GoogleSlots { get; }

    public int MicrosoftSlots { get; }

    public List<PricedRow> Google { get; } = [];

    public List<PricedRow> Microsoft { get; } = [];

    /// <summary>Rows that could be picked and were not, with the reason.</summary>
    public List<(PricedRow Row, LeftOutReason Reason)> Left { get; } = [];

    public void Add(PricedRow row, bool google, bool microsoft) => (google && microsoft ? _both : google ? _google : _microsoft).Add(row);

    public void Run()
    {
        var (google, microsoft, both) = (_google.InOrder(), _microsoft.InOrder(), _both.InOrder());
        var flexible = new Queue<PricedRow>();
        var free = (long)GoogleSlots + MicrosoftSlots;
        for (; free > 0; free--)
        {
            var cheapest = Lower(Lower(google, microsoft), both);
            if (cheapest.Count == 0) break;
            if (cheapest == google) Google.Add(google.Dequeue());
            else if (cheapest == microsoft) Microsoft.Add(microsoft.Dequeue());
            else flexible.Enqueue(both.Dequeue());
        }

        // Microsoft first: where slots stay empty, they are then such that more domains can fill.
        while (flexible.TryDequeue(out var row)) (Microsoft.Count < MicrosoftSlots ? Microsoft : Google).Add(row);

        // While a slot is open, every row that fits it is taken.
        Leave(google, _google.Left, Microsoft.Count < MicrosoftSlots ? LeftOutReason.GoogleOnly : LeftOutReason.NotNeeded);
        Leave(microsoft, _microsoft.Left, Google.Count < GoogleSlots ? LeftOutReason.MicrosoftOnly : LeftOutReason.NotNeeded);
        Leave(both, _both.Left, LeftOutReason.NotNeeded);
    }

    /// <summary>Which of two queues has the cheaper row at its head.</summary>
    private static Queue<PricedRow> Lower(Queue<PricedRow> one, Queue<PricedRow> other)
    {
        if (!other.TryPeek(out var second)) return one;
        return one.TryPeek(out var first) && first.CompareTo(second) < 0 ? one : other;
    }

    private void Leave(IEnumerable<PricedRow> queued, IEnumerable<PricedRow> left, LeftOutReason reason) =>
        Left.AddRange(queued.Concat(left).Select(row => (row, reason)));
}
