using Peeker.Sandbox;

namespace Peeker.Docs.Tests;

/// <summary>The code of docs/planning.md, run.</summary>
public sealed class PlanningTests
{
    [Fact]
    public async Task From_a_volume_to_the_domains_of_an_order()
    {
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        var candidates = Enumerable.Range(1, 40).Select(number => $"acme-{number}.com");

        var plan = BundlePlan.For(25_000);                                    // e-mails a month
        Console.WriteLine($"{plan.GoogleDomains} Google and {plan.MicrosoftDomains} Microsoft domains");   // 15 and 4

        Bundle bundle = await peeker.Bundles.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = plan.MonthlySendingVolume });
        foreach (var difference in plan.CompareWith(bundle)) Console.WriteLine(difference);   // nothing, or where the API counts otherwise

        var rows = new List<AvailabilityRow>();
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(candidates))
            if (outcome.Row is { } row) rows.Add(row);

        DomainSelection pick = bundle.SelectDomains(rows);                    // the cheapest that meets both needs
        if (!pick.IsComplete) Console.WriteLine($"{pick.MissingGoogle} Google and {pick.MissingMicrosoft} Microsoft domains are missing");
        IReadOnlyList<OrderDomain> domains = pick.ToOrderDomains();

        Assert.Empty(plan.CompareWith(bundle));
        Assert.Equal((true, 19), (pick.IsComplete, domains.Count));

        var overTwoYears = bundle.SelectDomains(rows, new() { Years = 2 });
        var custom = DomainSelection.ForLicenses(googleLicenses: 20, microsoftLicenses: 2, rows);   // a custom order
        Assert.Equal((19, 12), (overTwoYears.ToOrderDomains().Count, custom.ToOrderDomains().Count));
    }

    [Fact]
    public void A_capacity_of_ones_own_and_backwards()
    {
        var cautious = BundlePlan.For(25_000, new() { MicrosoftSendsPerDomain = 143 });
        long volume = BundlePlan.VolumeOf(googleDomains: 15, microsoftDomains: 4);   // 26400 e-mails a month
        Assert.Equal((4, 26_400), (cautious.MicrosoftDomains, volume));
    }
}
