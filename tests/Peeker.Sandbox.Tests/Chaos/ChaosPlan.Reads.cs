namespace Peeker.Sandbox.Tests.Chaos;

internal sealed partial class ChaosPlan
{
    private IEnumerable<Func<int, string, Task<ChaosCall>>> Reads =>
    [
        (_, mark) => Made(new("Me_Get", mark, client => client.Me.GetAsync())),
        (_, mark) => Made(new("Bundles_List", mark, client => client.Bundles.ListPageAsync(new() { PerPage = 3 }))),
        (_, mark) => Made(new("Bundles_Get", mark, client => client.Bundles.GetAsync(_bundle))),
        (_, mark) => Made(new("Users_List", mark, client => client.Users.ListPageAsync(new() { PerPage = 3 }))),
        (_, mark) => Made(new("Users_Get", mark, client => client.Users.GetAsync(_user))),
        (_, mark) => Made(new("Domains_CheckAvailability", mark, client => client.Domains.CheckAvailabilityAsync(new() { Domains = [$"{mark}.com"] }))),
        (_, mark) => Made(new("Domains_FindImport", mark, client => client.Domains.FindImportAsync(["import-acme.com"]))),
        (_, mark) => Made(new("Domains_GetImport", mark, client => client.Domains.GetImportAsync(_import))),
        (_, mark) => Made(new("Domains_GetImportJob", mark, client => client.Domains.GetImportJobAsync(_import))),
        (_, mark) => Made(new("Domains_List", mark, client => client.Domains.ListPageAsync(new() { PerPage = 3 }))),
        (_, mark) => Made(new("Domains_GetForwarding", mark, client => client.Domains.GetForwardingAsync(_forwarding))),
        (_, mark) => Made(new("Orders_List", mark, client => client.Orders.ListPageAsync(new() { PerPage = 3 }))),
        (_, mark) => Made(new("Orders_Get", mark, client => client.Orders.GetAsync(_orders[^1]))),
        (_, mark) => Made(new("Orders_ListPendingActions", mark, client => client.Orders.ListPendingActionsPageAsync())),
        (_, mark) => Made(new("Swaps_List", mark, client => client.Swaps.ListPageAsync(new() { PerPage = 3 }))),
        (_, mark) => Made(new("Swaps_Get", mark, client => client.Swaps.GetAsync(_swap))),
    ];
}
