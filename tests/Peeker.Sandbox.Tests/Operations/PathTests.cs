namespace Peeker.Sandbox.Tests.Operations;

public sealed class PathTests
{
    [Theory]
    [InlineData("DELETE", "me", "GET")]
    [InlineData("PUT", "bundles", "GET, POST")]
    [InlineData("POST", "bundles/bun_1", "DELETE, GET, PATCH")]
    [InlineData("PUT", "users/usr_1", "DELETE, GET, PATCH")]
    [InlineData("GET", "domains/availability", "POST")]
    [InlineData("DELETE", "domains/import", "GET, POST")]
    [InlineData("GET", "domains/import/jobs", "POST")]
    [InlineData("POST", "domains/import/jobs/imp_1", "GET")]
    [InlineData("POST", "orders/pending", "GET")]
    [InlineData("GET", "orders/ord_1/cancel", "POST")]
    [InlineData("GET", "swaps/user_names", "POST")]
    [InlineData("DELETE", "swaps/swp_1", "GET")]
    public async Task Another_method_is_told_which_are_taken(string method, string path, string allowed)
    {
        await using var lab = await Steps.AtNoon();
        var answer = await lab.Send(new(new(method), path));
        answer.Refuses(405, "invalid_request", null);
        Assert.Equal(allowed, string.Join(", ", answer.Message.Content.Headers.Allow.Order()));
    }

    [Theory]
    [InlineData("GET", "bundles/")]
    [InlineData("POST", "orders//cancel")]
    [InlineData("GET", "orders/ord_1/")]
    [InlineData("GET", "domains/dom_1")]
    [InlineData("GET", "Bundles")]
    public async Task A_path_of_no_operation_is_not_found(string method, string path)
    {
        await using var lab = await Steps.AtNoon();
        (await lab.Send(new(new(method), path))).Refuses(404, "not_found", null);
    }

    [Theory]
    [InlineData(30, 404)]
    [InlineData(31, 404)]
    [InlineData(32, 400)]
    public async Task A_body_is_32_deep_at_most(int lists, int status)
    {
        await using var lab = await Steps.AtNoon();
        var body = $$"""{"x":{{new string('[', lists)}}{{new string(']', lists)}}}""";
        Assert.Equal(status, (await lab.Patch("bundles/bun_1", body)).Status);
    }

    [Theory]
    [InlineData(1 << 20, 404)]
    [InlineData((1 << 20) + 1, 413)]
    public async Task Without_a_port_a_body_has_the_same_limit(int length, int status)
    {
        await using var lab = await Steps.AtNoon();
        Assert.Equal(status, (await lab.Patch("bundles/bun_1", "{}".PadRight(length))).Status);
    }
}
