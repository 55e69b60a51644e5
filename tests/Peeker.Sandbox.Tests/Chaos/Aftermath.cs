namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>What the sandbox holds when everything is over.</summary>
internal sealed class Aftermath
{
    private readonly ILookup<string, Bundle> _bundlesByName;
    private readonly ILookup<string, OrderReceipt> _ordersByEmail;
    private readonly ILookup<string, User> _usersByEmail;
    private readonly ILookup<string, Domain> _domainsByName;
    private readonly ILookup<string, Swap> _swapsByDomain;
    private readonly Dictionary<string, User> _users;
    private readonly HashSet<string> _bundleIds;
    private readonly Dictionary<string, OrderReceipt> _ordersById;

    private Aftermath(List<Bundle> bundles, List<User> users, List<Domain> domains, List<OrderReceipt> orders, List<Swap> swaps)
    {
        _bundlesByName = bundles.ToLookup(bundle => bundle.Name);
        _bundleIds = [.. bundles.Select(bundle => bundle.Id)];
        _usersByEmail = users.ToLookup(user => user.Email);
        _users = users.ToDictionary(user => user.Id);
        _domainsByName = domains.ToLookup(domain => domain.Name);
        _ordersByEmail = orders.ToLookup(order => order.Email!);
        _ordersById = orders.ToDictionary(order => order.Id);
        _swapsByDomain = swaps.ToLookup(swap => swap.DomainId);
    }

    public static async Task<Aftermath> ReadAsync(PeekerClient peeker) => new(
        await All(peeker.Bundles.ListAsync(new() { PerPage = 100 })),
        await All(peeker.Users.ListAsync(new() { PerPage = 100 })),
        await All(peeker.Domains.ListAsync(new() { PerPage = 100 })),
        await All(peeker.Orders.ListAsync(new() { PerPage = 100 })),
        await All(peeker.Swaps.ListAsync(new() { PerPage = 100 })));

    public int BundlesNamed(string name) => _bundlesByName[name].Count();

    public bool HasBundle(string id) => _bundleIds.Contains(id);

    public int UsersWith(string email) => _usersByEmail[email].Count();

    public User User(string id) => _users[id];

    public int DomainsNamed(string name) => _domainsByName[name].Count();

    public int OrdersOf(string email) => _ordersByEmail[email].Count();

    public bool IsCancelled(string id) => _ordersById[id].Status == OrderStatus.CancelScheduled;

    public int SwapsOf(string domain) => _swapsByDomain[domain].Count();

    private static async Task<List<T>> All<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows) list.Add(row);
        return list;
    }
}
