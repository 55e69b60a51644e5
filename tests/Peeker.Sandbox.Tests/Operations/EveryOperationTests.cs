using System.Net.Http.Headers;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>What holds for each of the documented operations.</summary>
public sealed class EveryOperationTests
{
    public static TheoryData<string> Ids => [.. SpecificationJudge.OperationIds];

    public static TheoryData<string> Findable => Documented.With(404);

    [Fact]
    public void There_are_29() => Assert.Equal(29, Ids.Count);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task It_succeeds_with_its_documented_status(string operationId)
    {
        await using var scene = await Scene.StartAsync();
        var answer = await scene.Call(operationId);
        Assert.Equal(Documented.Of(operationId).Statuses.Single(status => status < 300), answer.Status);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task It_needs_a_key(string operationId)
    {
        await using var lab = await Steps.AtNoon();
        var key = lab.Sandbox.Keys.Create(KeyEnvironment.Test);
        Assert.True(lab.Sandbox.Keys.Revoke(key));
        foreach (var bad in new AuthenticationHeaderValue?[] { null, new("Bearer", key), new("Basic", lab.Sandbox.ApiKey) })
        {
            lab.Http.DefaultRequestHeaders.Authorization = bad;
            (await lab.Send(Scene.OfNothing(operationId))).Refuses(401, "unauthorized", null);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task It_needs_its_preset(string operationId)
    {
        string[] presets = ["read", "limited", "full"];
        var least = Array.IndexOf(presets, Documented.Of(operationId).Preset);
        Assert.InRange(least, 0, 2);
        for (var index = 0; index < presets.Length; index++)
        {
            await using var scene = await Scene.StartAsync();
            scene.Lab.Http.DefaultRequestHeaders.Authorization = new("Bearer", scene.Lab.Sandbox.Keys.Create(KeyEnvironment.Test, new(presets[index])));
            var answer = await scene.Call(operationId);
            if (index < least) answer.Refuses(403, "forbidden", null);
            else Assert.InRange(answer.Status, 200, 299);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task It_counts_against_the_limit(string operationId)
    {
        await using var lab = await Lab.StartAsync(new() { FrozenAt = Lab.Noon, RateLimit = 1 }, overThePort: false);
        Assert.NotEqual(429, (await lab.Send(Scene.OfNothing(operationId))).Status);
        var refused = await lab.Send(Scene.OfNothing(operationId));
        refused.Refuses(429, "rate_limited", null);
        Assert.Equal("""{"retry_after_seconds":60}""", refused.Details.GetRawText());
    }

    [Theory]
    [MemberData(nameof(Findable))]
    public async Task It_finds_nothing_that_is_not_there(string operationId)
    {
        var field = operationId switch
        {
            "Orders_Create" => "bundle_id",
            "Domains_SetForwarding" => "domains[0]",
            "Swaps_Create" or "Swaps_ChangeUserNames" => "domain_id",
            _ => null,
        };
        await using var lab = await Steps.AtNoon();
        (await lab.Send(Scene.OfNothing(operationId))).Refuses(404, "not_found", field);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task It_does_nothing_when_it_is_refused(string operationId)
    {
        await using var scene = await Scene.StartAsync();
        var before = scene.Lab.Told().Count;
        var key = scene.Lab.Http.DefaultRequestHeaders.Authorization;
        scene.Lab.Http.DefaultRequestHeaders.Authorization = null;
        (await scene.Call(operationId)).Refuses(401, "unauthorized", null);
        scene.Lab.Http.DefaultRequestHeaders.Authorization = key;
        await scene.Lab.Pass(Steps.Done);
        Assert.Equal(before, scene.Lab.Told().Count);
        Assert.InRange((await scene.Call(operationId)).Status, 200, 299);
    }
}
