using System.Net;
using Peeker.Sandbox.Specification;

namespace Peeker.Sandbox.Tests;

public sealed class SandboxTests
{
    [Fact]
    public void Every_operation_of_the_specification_has_a_route() =>
        Assert.Equal(SpecificationJudge.OperationIds.Order(), Routes.All.Select(route => route.OperationId).Order());

    [Fact]
    public async Task The_handler_answers_as_the_port_does()
    {
        await using var port = await Lab.StartAsync(new() { Time = new ManualClock(), Seed = 1 });
        await using var process = await Lab.StartAsync(new() { Time = new ManualClock(), Seed = 1 }, overThePort: false);
        foreach (var lab in new[] { port, process }) await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        foreach (var path in new[] { "me", "orders", "domains", "users", "nothing" })
        {
            var (left, right) = (await port.Get(path), await process.Get(path));
            Assert.Equal(left.Status, right.Status);
            Assert.Equal(left.Body.GetRawText().Replace(port.Sandbox.BaseAddress.Authority, "", StringComparison.Ordinal), right.Body.GetRawText().Replace(process.Sandbox.BaseAddress.Authority, "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Many_sandboxes_share_nothing()
    {
        await using var one = await Lab.StartAsync();
        await using var two = await Lab.StartAsync();
        await one.BundleForTwo();
        Assert.Equal((1, 0), ((await one.Get("bundles")).Data.GetArrayLength(), (await two.Get("bundles")).Data.GetArrayLength()));
    }

    [Fact]
    public async Task An_address_in_use_is_an_error()
    {
        await using var one = await PeekerSandbox.StartAsync();
        await Assert.ThrowsAsync<IOException>(() => PeekerSandbox.StartAsync(new() { Url = one.BaseAddress }));
    }

    [Fact]
    public async Task The_clients_of_the_SDK_work_against_it()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = 25_000 });
        Assert.Equal(19, bundle.RequiredDomains.Total);
        var mismatch = await Assert.ThrowsAsync<PeekerDomainCountMismatchException>(() => peeker.Orders.CreateAsync(new BundleOrder
        {
            User = "alex@acme.com",
            BundleId = bundle.Id,
            Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "let-me-in" },
            Domains = ["acme-mail.com"],
            Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
        }));
        Assert.Equal(HttpStatusCode.BadRequest, (HttpStatusCode)mismatch.Status);
    }
}
