namespace Peeker.Sandbox.Tests.Properties;

/// <summary>What an account must look like, worked out from the documented facts alone. It knows nothing of how the sandbox works.</summary>
internal sealed class Model
{
    private readonly PriorityQueue<Action, (DateTimeOffset Due, int Order)> _due = new();
    private int _planned;

    public DateTimeOffset Now { get; private set; } = Lab.Noon;

    public List<BundleFact> Bundles { get; } = [];

    public List<UserFact> Users { get; } = [];

    public List<DomainFact> Domains { get; } = [];

    public List<OrderFact> Orders { get; } = [];

    public List<ImportFact> Imports { get; } = [];

    public List<ForwardingFact> Forwardings { get; } = [];

    public List<SwapFact> Swaps { get; } = [];

    public int Names { get; set; }

    public IEnumerable<DomainFact> FreeDomains => Domains.Where(domain => domain.Order is null && !domain.IsReserved);

    /// <summary>Domains that can be swapped: live, not leaving, and not being swapped already.</summary>
    public List<DomainFact> Swappable =>
        [.. Domains.Where(domain => domain.Order is { Status: "completed" } order && order.Domains.Contains(domain) && domain.LeavesAt is null && !Swaps.Exists(swap => !swap.Done && swap.Old == domain))];

    public DomainFact DomainNamed(string name)
    {
        if (Domains.Find(domain => domain.Name == name) is { } known) return known;
        Domains.Add(new(name));
        return Domains[^1];
    }

    public void At(DateTimeOffset due, Action what) => _due.Enqueue(what, (due, _planned++));

    public void Advance(TimeSpan by)
    {
        var end = Now + by;
        while (_due.TryPeek(out var what, out var when) && when.Due <= end)
        {
            _due.Dequeue();
            Now = when.Due;
            what();
        }

        Now = end;
    }
}

internal sealed class BundleFact(string id)
{
    private const int MicrosoftSendsADay = 150;

    public string Id => id;

    public string Name { get; set; } = "";

    public int Volume { get; set; }

    public int? Google { get; set; }

    public bool Weekends { get; set; }

    public int Inboxes { get; set; } = 2;

    public bool Used { get; set; }

    public bool Archived { get; set; }

    public int GoogleDomains => DomainsFor(Google ?? 50, 20 * Inboxes);

    public int MicrosoftDomains => DomainsFor(100 - (Google ?? 50), MicrosoftSendsADay);

    private int DomainsFor(int percent, int sendsADay) => (int)Math.Ceiling(Volume * (decimal)percent / 100 / (Weekends ? 30 : 22) / sendsADay);
}

internal sealed class UserFact(string id)
{
    public string Id => id;

    public string Email { get; set; } = "";

    public string? First { get; set; }

    public bool Deleted { get; set; }
}

internal sealed class DomainFact(string name)
{
    public string Name => name;

    public OrderFact? Order { get; set; }

    /// <summary>Learnt from the list of domains when it is ordered, and kept.</summary>
    public string? Provider { get; set; }

    /// <summary>Null where the facts do not say.</summary>
    public string? Url { get; set; }

    public DateTimeOffset? LeavesAt { get; set; }

    /// <summary>On its way into an order by a swap; the facts do not say where it is meanwhile.</summary>
    public bool IsReserved { get; set; }

    public bool GoogleOnly => name.StartsWith("google-only", StringComparison.Ordinal);

    public void Release() => (Order, Provider, Url, LeavesAt, IsReserved) = (null, null, null, null, false);
}

internal sealed record ImportFact(string Id, HashSet<string> Names, bool IsJob)
{
    public bool Done { get; set; }
}

internal sealed record ForwardingFact(string Id, HashSet<DomainFact> Domains, string Url)
{
    public bool Done { get; set; }
}

internal sealed record SwapFact(string Id, string Type, OrderFact Order, DomainFact Old, DomainFact? New)
{
    public bool Done { get; set; }
}
