using System.Net;
using System.Text;

namespace Peeker.Sandbox.Tests.Misbehaviour;

public sealed class FaultTests
{
    private static readonly string Order = Lab.Order("\"google_licenses\":2", "acme-mail.com");

    public static TheoryData<FaultKind, bool, bool> Every()
    {
        var all = new TheoryData<FaultKind, bool, bool>();
        foreach (var fault in SandboxFault.All.Where(fault => fault.Kind != FaultKind.Stall))
        {
            all.Add(fault.Kind, fault.AfterWork, true);
            all.Add(fault.Kind, fault.AfterWork, false);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Every))]
    public async Task What_the_caller_sees_and_whether_there_is_an_order(FaultKind kind, bool afterWork, bool overThePort)
    {
        await using var lab = overThePort ? await Lab.StartAsync() : Lab.InProcess();
        lab.Sandbox.Faults.Next(kind, afterWork);
        Assert.Equal(kind switch
        {
            FaultKind.RateLimited => """429 {"error":{"code":"rate_limited","message":"This key has made too many requests.","details":{"retry_after_seconds":1}}}""",
            FaultKind.InternalError => """500 {"error":{"code":"internal_error","message":"A fault on command."}}""",
            FaultKind.BadGateway => """502 {"error":{"code":"bad_gateway","message":"A fault on command."}}""",
            FaultKind.Unavailable => """503 {"error":{"code":"unavailable","message":"A fault on command."}}""",
            FaultKind.Html => "502 <html><body><h1>502 Bad Gateway</h1></body></html>",
            _ => "broken",
        }, await Send(lab));
        Assert.Equal(0, lab.Sandbox.Faults.Waiting);
        var known = (await lab.Get("orders")).Data;
        Assert.Equal(afterWork ? 1 : 0, known.GetArrayLength());
        // Sent again, it is one order, and the one of before if there was one.
        var again = (await lab.Post("orders", Order)).Is(HttpStatusCode.OK).Id;
        Assert.Equal(again, Assert.Single((await lab.Get("orders")).Data.EnumerateArray()).GetProperty("id").GetString());
        if (afterWork) Assert.Equal(known[0].GetProperty("id").GetString(), again);
        Assert.Equal((kind, afterWork), (lab.Sandbox.Requests.All[0].Fault!.Kind, lab.Sandbox.Requests.All[0].Fault!.AfterWork));
        Assert.Equal(kind == FaultKind.Drop, lab.Sandbox.Requests.All[0].Status is null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Half_of_an_answer_that_is_cut_short_arrives(bool overThePort)
    {
        await using var lab = overThePort ? await Lab.StartAsync() : Lab.InProcess();
        lab.Sandbox.Faults.Next(20, new(FaultKind.Truncate));
        for (var round = 0; round < 20; round++)
        {
            using var answer = await lab.Http.GetAsync("me", HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var half = new MemoryStream();
            await Assert.ThrowsAnyAsync<IOException>(async () => await (await answer.Content.ReadAsStreamAsync()).CopyToAsync(half));
            Assert.Equal(answer.Content.Headers.ContentLength / 2, half.Length);
        }
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_stall_ends_with_the_answer_and_on_the_sandboxs_clock(bool afterWork, bool overThePort)
    {
        var options = new PeekerSandboxOptions { FrozenAt = Lab.Noon };
        await using var lab = overThePort ? await Lab.StartAsync(options) : Lab.InProcess(options);
        lab.Sandbox.Faults.Next(1, new(FaultKind.Stall) { AfterWork = afterWork, StallFor = TimeSpan.FromMinutes(5) });
        var stalled = lab.Post("orders", Order);
        while (lab.Sandbox.Faults.Waiting > 0 || (afterWork && await Orders() == 0)) await Task.Delay(5);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(4));
        await Task.Delay(50);
        Assert.False(stalled.IsCompleted);
        Assert.Equal(afterWork ? 1 : 0, await Orders());
        // Another minute is enough, unless the stall began after the four.
        for (var minute = 0; minute < 5 && !stalled.IsCompleted; minute++)
        {
            await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
            await Task.WhenAny(stalled, Task.Delay(100));
        }

        Assert.Equal((await stalled.WaitAsync(TimeSpan.FromMinutes(2))).Is(HttpStatusCode.OK).Id, (await lab.Get("orders")).Data[0].GetProperty("id").GetString());

        async Task<int> Orders() => (await lab.Get("orders")).Data.GetArrayLength();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sandbox_that_ends_leaves_no_caller_waiting(bool overThePort)
    {
        var lab = overThePort ? await Lab.StartAsync(new() { FrozenAt = Lab.Noon }) : Lab.InProcess(new() { FrozenAt = Lab.Noon });
        lab.Sandbox.Faults.Next(FaultKind.Stall);
        var stalled = lab.Post("orders", Order);
        while (lab.Sandbox.Faults.Waiting > 0) await Task.Delay(5);
        await Task.Delay(50);
        await lab.Sandbox.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(2));
        await Assert.ThrowsAnyAsync<Exception>(() => stalled.WaitAsync(TimeSpan.FromMinutes(2)));
        Assert.True(stalled.IsCompleted);
        await lab.DisposeAsync();
    }

    [Fact]
    public async Task As_many_as_were_asked_for_and_only_the_operation_that_was()
    {
        await using var lab = Lab.InProcess();
        lab.Sandbox.Faults.Next(3, new(FaultKind.RateLimited) { Operation = "Bundles_List" });
        lab.Sandbox.Faults.Next(1, new(FaultKind.RateLimited) { RetryAfterSeconds = 9 });
        Assert.Equal(9, (await lab.Get("me")).Details.GetProperty("retry_after_seconds").GetInt32());
        Assert.Equal([429, 429, 429, 200], new[] { await lab.Get("bundles"), await lab.Get("bundles"), await lab.Get("bundles"), await lab.Get("bundles") }.Select(answer => answer.Status));
        lab.Sandbox.Faults.Next(5, new(FaultKind.Html));
        lab.Sandbox.Faults.Share(1);
        lab.Sandbox.Faults.Clear();
        (await lab.Get("me")).Is(HttpStatusCode.OK);
        Assert.Equal(0, lab.Sandbox.Faults.Waiting);
    }

    [Fact]
    public async Task A_share_is_near_its_share_and_hits_the_same_requests_of_the_same_seed()
    {
        var (first, again, other) = (await Hit(1), await Hit(1), await Hit(2));
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(hit => hit), 220, 380);

        static async Task<List<bool>> Hit(int seed)
        {
            await using var lab = Lab.InProcess(new() { Seed = seed, RateLimit = null });
            lab.Sandbox.Faults.Share(0.3, new SandboxFault(FaultKind.RateLimited) { Operation = "Me_Get" });
            (await lab.Get("bundles")).Is(HttpStatusCode.OK);
            var hits = new List<bool>();
            for (var count = 0; count < 1000; count++) hits.Add((await lab.Get("me")).Status == 429);
            return hits;
        }
    }

    [Fact]
    public void A_fault_that_cannot_be_is_refused()
    {
        var faults = PeekerSandbox.Create().Faults;
        Assert.Throws<ArgumentException>(() => faults.Next(1, new(FaultKind.RateLimited) { AfterWork = true }));
        Assert.Throws<ArgumentException>(() => faults.Next(1, new(FaultKind.Drop) { Operation = "Orders_Undo" }));
        Assert.Throws<ArgumentException>(() => faults.Next(1, new((FaultKind)99)));
        Assert.Throws<ArgumentException>(() => faults.Next(1, new(FaultKind.Stall) { StallFor = TimeSpan.FromDays(2) }));
        Assert.ThrowsAny<ArgumentException>(() => faults.Next(0, new(FaultKind.Drop)));
        Assert.ThrowsAny<ArgumentException>(() => faults.Share(double.NaN));
        Assert.ThrowsAny<ArgumentException>(() => faults.Share(1.1));
    }

    private static async Task<string> Send(Lab lab)
    {
        try
        {
            using var answer = await lab.Http.PostAsync("orders", new StringContent(Order, Encoding.UTF8, "application/json"));
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
        }
        catch (HttpRequestException)
        {
            return "broken";
        }
    }
}
