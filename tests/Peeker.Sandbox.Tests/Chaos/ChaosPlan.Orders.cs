namespace Peeker.Sandbox.Tests.Chaos;

internal sealed partial class ChaosPlan
{
    private int _ordersUsed;

    private static IEnumerable<Func<int, string, Task<ChaosCall>>> Orders =>
    [
        (_, mark) => Made(new("Orders_Create", mark, client => client.Orders.CreateAsync(Order($"{mark}@acme.com", $"{mark}.com")), after => after.OrdersOf($"{mark}@acme.com"))),
        (_, mark) => Made(new("Orders_Create", mark, client => client.Orders.SubmitAsync(OrderSubmission.Prepare(Order($"{mark}@acme.com", $"{mark}.com"))), after => after.OrdersOf($"{mark}@acme.com"))),
    ];

    private IEnumerable<Func<int, string, Task<ChaosCall>>> OrderChanges =>
    [
        (_, _) => OfOrder((id, _) => new("Orders_Cancel", $"POST orders/{id}/cancel", client => client.Orders.CancelAsync(id), after => after.IsCancelled(id) ? 1 : 0)),
        (_, mark) => OfOrder((_, domain) => new("Swaps_Create", mark, client => client.Swaps.CreateAsync(
            new() { Type = SwapRequestType.Standard, DomainId = domain, ReplacementDomain = $"{mark}.com" }), after => after.SwapsOf(domain))),

        // One row for each of the two people.
        (_, mark) => OfOrder((_, domain) => new("Swaps_ChangeUserNames", mark, client => client.Swaps.ChangeUserNamesAsync(
            new() { DomainId = domain, Personas = [.. People.Select(person => new Persona { FirstName = mark, LastName = person.LastName, ProfilePictureUrl = null })] }), after => after.SwapsOf(domain) / 2)),
    ];

    private Task<ChaosCall> OfOrder(Func<string, string, ChaosCall> call)
    {
        var number = _ordersUsed++;
        return Made(call(_orders[number], _domainIds[Furniture(number)]));
    }
}
