using System.Net;
using Peeker.Tests.Http;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Orders;

/// <summary>What is sent, and when nothing is.</summary>
public sealed class SubmitTests
{
    internal const string Receipt = """
        {"data":{"id":"ord_1","user_id":"usr_1","email":"alex@acme.com","bundle_id":"bun_1","status":"in_progress","domain_count":2,
        "costs":{"total_cents":6800,"currency":"usd"},"created_at":"2026-05-08T12:00:00Z"}}
        """;

    [Fact]
    public async Task Exactly_the_prepared_bytes_are_sent_each_time()
    {
        var clock = Sample.Clock();
        using var stub = new Stub(new() { Time = clock });
        var bodies = new List<byte[]>();
        stub.Mock.When(HttpMethod.Post, "*/orders").Respond(async request =>
        {
            bodies.Add(await request.Content!.ReadAsByteArrayAsync());
            return Stub.Json(HttpStatusCode.OK, Receipt);
        });
        var submission = OrderSubmission.Prepare(Sample.Order(), clock);
        var order = await stub.Client.Orders.SubmitAsync(submission);
        var again = await stub.Client.Orders.WithResponse.SubmitAsync(OrderSubmission.FromBytes(submission.ToBytes(), new OrderSecrets { LoginPassword = Sample.Password }));
        Assert.Equal(("ord_1", "ord_1", Stub.RequestId), (order.Id, again.Resource.Id, again.RequestId));
        Assert.Equal(2, bodies.Count);
        Assert.All(bodies, body => Assert.Equal(submission.Body, body));
    }

    [Fact]
    public async Task A_prepared_order_and_one_that_is_created_at_once_have_the_same_bytes()
    {
        using var stub = new Stub();
        var body = Array.Empty<byte>();
        stub.Mock.When("*").Respond(async request =>
        {
            body = await request.Content!.ReadAsByteArrayAsync();
            return Stub.Json(HttpStatusCode.OK, Receipt);
        });
        await stub.Client.Orders.CreateAsync(Sample.Order());
        Assert.Equal(Sample.Prepared().Body, body);
    }

    [Theory]
    [InlineData("2026-05-08T11:55:00Z", true)]
    [InlineData("2026-05-08T11:54:59Z", false)]
    [InlineData("2026-05-09T11:55:00Z", true)]
    [InlineData("2026-05-09T11:55:01Z", false)]
    [InlineData("2027-01-01T00:00:00Z", false)]
    public async Task Outside_of_the_safe_time_nothing_is_sent(string now, bool sent)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        using var stub = new Stub(new() { Time = clock });
        if (sent)
        {
            stub.Mock.When("*").Respond(_ => Stub.Json(HttpStatusCode.OK, Receipt));
            Assert.Equal("ord_1", (await stub.Client.Orders.SubmitAsync(Sample.Prepared())).Id);
            return;
        }

        var refused = await Assert.ThrowsAsync<PeekerSubmissionUnsafeException>(() => stub.Client.Orders.SubmitAsync(Sample.Prepared()));
        Assert.Contains("ReconcileAsync", refused.Message, StringComparison.Ordinal);
        Assert.Equal(("Orders_Create", Sample.Noon, Sample.Noon.AddHours(24).AddMinutes(-5)), (refused.Operation, refused.PreparedAt, refused.SafeUntil));
        Assert.DoesNotContain("alex@", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-08T12:00:00Z", false)]
    [InlineData("2026-05-08T12:00:02Z", false)]
    [InlineData("2026-05-08T12:00:03Z", null)]
    [InlineData("2026-05-08T12:01:02Z", null)]
    [InlineData("2026-05-08T12:01:03Z", true)]
    [InlineData("2026-05-09T11:00:00Z", true)]
    [InlineData("2026-05-08T11:59:58Z", false)]
    [InlineData("2026-05-08T11:59:57Z", null)]
    [InlineData(null, null)]
    public async Task An_order_that_was_given_back_is_told_by_its_age(string? date, bool? replay)
    {
        using var stub = new Stub(new() { Time = Sample.Clock() });
        stub.Mock.When("*").Respond(_ =>
        {
            var answer = Stub.Json(HttpStatusCode.OK, Receipt);
            if (date is not null) answer.Headers.Date = DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
            return answer;
        });
        var response = await stub.Client.Orders.WithResponse.SubmitAsync(Sample.Prepared());
        Assert.Equal(replay, response.IsReplay());
        if (replay == true && date!.StartsWith("2026-05-08", StringComparison.Ordinal)) Assert.Null(response.IsReplay(TimeSpan.FromMinutes(5)));
    }
}
