namespace Peeker.Sandbox.State;

/// <summary>Everything one environment holds: test and live never see each other's records. Guarded by its own lock.</summary>
internal sealed class World
{
    public object Gate { get; } = new();

    public Table<Bundle> Bundles { get; } = new(bundle => bundle.Id);

    /// <summary>Named by their e-mail address while they are active.</summary>
    public Table<User> Users { get; } = new(user => user.Id, user => user.Status == UserStatus.Active ? user.Email : null);

    public Table<OrderRecord> Orders { get; } = new(order => order.Id);

    public Table<ImportJob> Imports { get; } = new(job => job.Id);

    public Table<DomainRecord> Domains { get; } = new(domain => domain.Id, domain => domain.Name);

    public Table<ForwardingJob> Forwardings { get; } = new(job => job.Id);

    /// <summary>Import jobs by their normalised set of domains.</summary>
    public Dictionary<string, string> ImportJobsBySet { get; } = new(StringComparer.Ordinal);

    /// <summary>Orders by key and exact body.</summary>
    public Dictionary<string, OrderRecord> OrdersByBody { get; } = new(StringComparer.Ordinal);

    public DomainRecord? DomainNamed(string name) => Domains.Named(name);
}
