namespace Peeker.Sandbox.Tests.Operations;

public sealed class OrderCountTests
{
    [Theory]
    [InlineData(2, 3, 2, 1)]
    [InlineData(4, 3, 4, 0)]
    public async Task A_wrong_count_is_told_with_what_is_needed(int count, int required, int submitted, int missing)
    {
        await using var lab = await Steps.AtNoon();
        var domains = Enumerable.Range(0, count).Select(index => $"acme-{index}.com").ToArray();
        var answer = await lab.Post("orders", Lab.Order("\"google_licenses\":3,\"microsoft_licenses\":1", domains));
        answer.Refuses(400, "domain_count_mismatch", "domains");
        Assert.Equal($$"""{"required_count":{{required}},"submitted_count":{{submitted}},"missing_count":{{missing}}}""", answer.Details.GetRawText());
    }

    [Theory]
    [InlineData("\"google_licenses\":3,\"microsoft_licenses\":1", 3)]
    [InlineData("\"google_licenses\":3,\"google_inboxes_per_domain\":3", 1)]
    [InlineData("\"google_licenses\":4,\"google_inboxes_per_domain\":3", 2)]
    [InlineData("\"microsoft_licenses\":2", 2)]
    public async Task An_exact_count_is_taken(string shape, int count)
    {
        await using var lab = await Steps.AtNoon();
        await lab.Place(shape, [.. Enumerable.Range(0, count).Select(index => $"acme-{index}.com")]);
    }

    [Fact]
    public async Task Orders_are_listed_by_bundle_and_status()
    {
        await using var lab = await Steps.AtNoon();
        var bundle = await lab.BundleForTwo();
        var done = await lab.Complete($"\"bundle_id\":\"{bundle}\"", "one.com", "two.com");
        var open = await lab.Place("\"google_licenses\":2", "three.com");
        Assert.Equal([open, done], await lab.Rows("orders"));
        Assert.Equal([done], await lab.Rows($"orders?bundle_id={bundle}"));
        Assert.Equal([done], await lab.Rows("orders?status=completed"));
        Assert.Equal([open], await lab.Rows("orders?status=in_progress"));
    }
}
