using Peeker.Sandbox.Webhooks;

namespace Peeker.Sandbox.State;

/// <summary>Everything one environment holds: test and live never see each other's records. Guarded by its own lock.</summary>
internal sealed class World(KeyEnvironment environment, EventBook events)
{
    public object Gate { get; } = new();

    public KeyEnvironment Environment => environment;

    public Table<Bundle> Bundles { get; } = new(bundle => bundle.Id);

    /// <summary>Named by their e-mail address while they are active.</summary>
    public Table<User> Users { get; } = new(user => user.Id, user => user.Status == UserStatus.Active ? user.Email : null);

    public Table<OrderRecord> Orders { get; } = new(order => order.Id);

    public Table<PendingActionRecord> PendingActions { get; } = new(action => action.Id);

    public Table<ImportRecord> Imports { get; } = new(job => job.Id);

    public Table<DomainRecord> Domains { get; } = new(domain => domain.Id, domain => domain.Name);

    public Table<ForwardingRecord> Forwardings { get; } = new(job => job.Id);

    public Table<SwapRecord> Swaps { get; } = new(swap => swap.Id);

    /// <summary>Bundles that an order used, which are archived and not removed.</summary>
    public HashSet<string> UsedBundles { get; } = new(StringComparer.Ordinal);

    /// <summary>Import jobs by their normalised set of domains.</summary>
    public Dictionary<string, ImportRecord> ImportJobsBySet { get; } = new(StringComparer.Ordinal);

    /// <summary>Names on their way into the inventory, with the domain each will be.</summary>
    public Dictionary<string, DomainRecord> Importing { get; } = new(StringComparer.Ordinal);

    /// <summary>Until when the live import of a name that asks for it is busy.</summary>
    public Dictionary<string, DateTimeOffset> ImportsBusyUntil { get; } = new(StringComparer.Ordinal);

    /// <summary>Orders by key and by the hash of the exact body.</summary>
    public Dictionary<(string Key, UInt128 Body), OrderRecord> OrdersByBody { get; } = [];

    public DomainRecord? DomainNamed(string name) => Domains.Named(name);

    /// <summary>Tells the partner what happened to a resource, as it is now. The caller holds the lock.</summary>
    public void Announce(WebhookEventType type, IResource about, DateTimeOffset at, object model) => events.Add(this, type, about.Id, about.Announced++, at, model);
}
