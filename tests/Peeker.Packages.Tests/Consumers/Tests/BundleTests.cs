using Peeker;
using Peeker.Sandbox;
using Xunit;

public class BundleTests
{
    [Fact]
    public async Task A_bundle_says_what_it_needs()
    {
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = 25_000 });
        Assert.Equal((15, 4), (bundle.RequiredDomains.Google, bundle.RequiredDomains.Microsoft));
    }
}
