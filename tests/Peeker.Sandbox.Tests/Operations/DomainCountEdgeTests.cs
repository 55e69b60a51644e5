using System.Text.Json;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>How many domains one call takes. A list that is too long is refused whole.</summary>
public sealed class DomainCountEdgeTests
{
    [Theory]
    [InlineData("domains/availability", 50, 200)]
    [InlineData("domains/import", 25, 200)]
    [InlineData("domains/import/jobs", 500, 202)]
    [InlineData("domains/forwarding", 25, 202)]
    public async Task A_call_takes_so_many_domains(string path, int most, int status)
    {
        await using var lab = await Steps.AtNoon();
        if (path.EndsWith("forwarding", StringComparison.Ordinal)) await lab.Post("domains/import/jobs", Body(30));
        await lab.Pass(Steps.Done);
        foreach (var none in new[] { 0, most + 1 }) (await lab.Post(path, Body(none))).Refuses(400, "invalid_request", "domains");
        foreach (var some in new[] { 1, most - 1, most }) Assert.Equal(status, (await lab.Post(path, Body(some))).Status);
    }

    [Fact]
    public async Task A_refused_import_brings_nothing()
    {
        await using var lab = await Steps.AtNoon();
        (await lab.Post("domains/import", Body(26))).Refuses(400, "invalid_request", "domains");
        (await lab.Post("domains/import/jobs", Body(501))).Refuses(400, "invalid_request", "domains");
        await lab.Pass(Steps.Done);
        Assert.Empty(await lab.Rows("domains"));
        Assert.Empty(lab.Told());
    }

    private static string Body(int count) =>
        JsonSerializer.Serialize(new { domains = Enumerable.Range(0, count).Select(index => $"acme-{index}.com"), forwarding_url = "https://acme.com" });
}
