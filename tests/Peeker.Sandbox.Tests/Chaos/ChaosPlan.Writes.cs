namespace Peeker.Sandbox.Tests.Chaos;

internal sealed partial class ChaosPlan
{
    private IEnumerable<Func<int, string, Task<ChaosCall>>> Writes =>
    [
        (_, mark) => Made(new("Bundles_Create", mark, client => client.Bundles.CreateAsync(new() { Name = mark, MonthlySendingVolume = 1000 }), after => after.BundlesNamed(mark))),
        (_, mark) => OfBundle(mark, id => new("Bundles_Update", mark, client => client.Bundles.UpdateAsync(id, new() { Name = mark }), after => after.BundlesNamed(mark))),
        (_, mark) => OfBundle(mark, id => new("Bundles_Delete", $"DELETE bundles/{id}", client => client.Bundles.DeleteAsync(id), after => after.HasBundle(id) ? 0 : 1)),
        (_, mark) => Made(new("Users_Create", mark, client => client.Users.CreateAsync(NewUser($"{mark}@acme.com")), after => after.UsersWith($"{mark}@acme.com"))),
        (_, mark) => OfUser(mark, id => new("Users_Update", mark, client => client.Users.UpdateAsync(id, new() { LastName = mark }), after => after.User(id).LastName == mark ? 1 : 0)),
        (_, mark) => OfUser(mark, id => new("Users_Delete", $"DELETE users/{id}", client => client.Users.DeleteAsync(id), after => after.User(id).Status == UserStatus.Deleted ? 1 : 0)),
        (_, mark) => Made(new("Domains_Import", mark, client => client.Domains.ImportAsync(new() { Domains = [$"{mark}.com"] }), after => after.DomainsNamed($"{mark}.com"))),
        (_, mark) => Made(new("Domains_StartImportJob", mark, client => client.Domains.StartImportJobAsync(new() { Domains = [$"{mark}.com"] }))),
        (_, mark) => Made(new("Domains_SetForwarding", mark, client => client.Domains.SetForwardingAsync(new() { Domains = ["import-acme.com"], ForwardingUrl = $"https://acme.com/{mark}" }))),
    ];

    private async Task<ChaosCall> OfBundle(string mark, Func<string, ChaosCall> call) =>
        call((await peeker.Bundles.CreateAsync(new() { Name = $"before {mark}", MonthlySendingVolume = 1000 })).Id);

    private async Task<ChaosCall> OfUser(string mark, Func<string, ChaosCall> call) => call((await peeker.Users.CreateAsync(NewUser($"before-{mark}@acme.com"))).Id);

    private static UserCreate NewUser(string email) => new() { Email = email, Sequencer = new() { Provider = SequencerProvider.Smartlead, ClientId = 7 } };
}
