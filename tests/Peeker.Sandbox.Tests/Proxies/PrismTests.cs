using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Peeker.Sandbox.Tests.Flows;

namespace Peeker.Sandbox.Tests.Proxies;

/// <summary>Prism's word on the SDK's requests and the sandbox's answers.</summary>
[Trait("Category", "Long")]
public sealed class PrismTests
{
    [PrismFact]
    public async Task No_valid_flow_violates_the_specification_in_either_direction()
    {
        await using var sandbox = await PeekerSandbox.StartAsync(new() { FrozenAt = Lab.Noon });
        await using var prism = await Prism.StartAsync(sandbox.BaseAddress);
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = prism.BaseAddress });
        // What Prism objects to it answers itself, with a status that the SDK throws for.
        foreach (var flow in PartnerFlows.All.Values) await flow(new(peeker, sandbox));
        Assert.Equal(SpecificationJudge.OperationIds.Order(), sandbox.Requests.All.Select(request => request.Operation!).Distinct().Order());
    }

    [PrismFact]
    public async Task Prism_would_see_a_request_that_violates_it()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var prism = await Prism.StartAsync(sandbox.BaseAddress);
        Assert.Contains("name", await ProblemAsync(prism, """{"monthly_sending_volume":1000}"""), StringComparison.Ordinal);
        Assert.Contains("monthly_sending_volume", await ProblemAsync(prism, """{"name":"Two","monthly_sending_volume":0}"""), StringComparison.Ordinal);
        Assert.Equal(0, sandbox.Requests.Count);
    }

    [PrismFact]
    public async Task Prism_would_see_an_answer_that_violates_it()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var wrong = builder.Build();
        wrong.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync("""{"data":{"id":"bun_1","name":7}}""");
        });
        await wrong.StartAsync();
        await using var prism = await Prism.StartAsync(new(wrong.Urls.First()));
        Assert.Contains("Response body property data.name must be string", await ProblemAsync(prism, """{"name":"Two","monthly_sending_volume":1000}"""), StringComparison.Ordinal);
    }

    private static async Task<string> ProblemAsync(Prism prism, string body)
    {
        using var http = new HttpClient { BaseAddress = prism.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "pk_test_any");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri("bundles", UriKind.Relative), content);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }
}
