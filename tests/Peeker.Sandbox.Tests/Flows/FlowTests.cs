namespace Peeker.Sandbox.Tests.Flows;

public sealed class FlowTests
{
    public static TheoryData<string> Names => [.. PartnerFlows.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_partners_flow_runs_through_the_sdk(string flow)
    {
        await using var sandbox = PeekerSandbox.Create(new() { FrozenAt = Lab.Noon });
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        await PartnerFlows.All[flow](new(peeker, sandbox));
    }

    [Fact]
    public async Task Together_the_flows_call_every_operation()
    {
        await using var sandbox = PeekerSandbox.Create(new() { FrozenAt = Lab.Noon });
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        foreach (var flow in PartnerFlows.All.Values) await flow(new(peeker, sandbox));
        Assert.Equal(SpecificationJudge.OperationIds.Order(), sandbox.Requests.All.Select(request => request.Operation!).Distinct().Order());
        Assert.All(sandbox.Requests.All, request => Assert.InRange(request.Status!.Value, 200, 299));
    }
}
