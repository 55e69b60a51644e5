using System.Net;
using System.Text.Json;
using Peeker.Tests.Http;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Orders;

/// <summary>Found, not found, or ambiguous, by what the API shows.</summary>
public sealed class ReconcileTests
{
    private const string Ours = "acme-mail.com|Team-Acme.com";
    private static readonly Row Match = new();

    // To prepare an order is slow on purpose, and none of these tests changes it.
    private static readonly OrderSubmission Prepared = Sample.Prepared();
    private static readonly byte[] Stored = Prepared.ToBytes();

    public static TheoryData<string, string[]> Cases => new()
    {
        { "no order", [] },
        { "Found ord_1", [Of(Match)] },
        { "Found ord_1", [Of(Match with { Status = "failed" })] },
        { "Found ord_1", [Of(Match with { Created = "2026-05-08T11:55:00Z" })] },
        { "Found ord_1", [Of(Match with { People = null })] },
        { "Found ord_1", [Of(Match with { People = "ALEX|Rivera " })] },
        { "Found ord_1", [Of(Match with { Id = "ord_2", Domains = "other.com third.com" }), Of(Match)] },
        { "Found ord_1", [Of(Match), Of(Match with { Id = "ord_2", Created = "2026-05-08T11:54:59Z" })] },
        { "Found ord_1", [Of(Match), Of(Match with { Id = "ord_2", Bundle = "bun_2" })] },
        { "Found ord_1", [Of(Match), Of(Match with { Id = "ord_2", Domains = null, Count = 3 })] },
        { "Found ord_1", [Of(Match), Of(Match)] },
        { "no order", [Of(Match with { Domains = "other.com" })] },
        { "no order", [Of(Match with { Domains = null, Count = 3 })] },
        { "no order", [Of(Match with { Bundle = "bun_2" })] },
        { "no order", [Of(Match with { Created = "2026-05-07T11:59:59Z" })] },
        { "ambiguous ord_1", [Of(Match with { Created = "2026-05-08T11:54:59Z" })] },
        { "ambiguous ord_1", [Of(Match with { Created = "2026-05-07T12:00:00Z" })] },
        { "no order", [Of(Match with { Created = "2026-05-08T11:54:59Z", Domains = null })] },
        { "ambiguous ord_1", [Of(Match with { Domains = null })] },
        { "ambiguous ord_1", [Of(Match with { Domains = "" })] },
        { "ambiguous ord_1", [Of(Match with { Domains = null, Count = 0, Status = "cancelled" })] },
        { "ambiguous ord_1", [Of(Match with { Domains = "none", Status = "cancelled" })] },
        { "no order", [Of(Match with { Domains = "none" })] },
        { "ambiguous ord_1", [Of(Match with { Domains = "acme-mail.com" })] },
        { "ambiguous ord_1", [Of(Match with { Domains = "acme-mail.com team-acme.com third.com" })] },
        { "ambiguous ord_1", [Of(Match with { People = "Sam|Lee" })] },
        { "ambiguous ord_1 ord_2", [Of(Match), Of(Match with { Id = "ord_2" })] },
        { "ambiguous ord_1 ord_2", [Of(Match), Of(Match with { Id = "ord_2", Domains = null })] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Orders_are_compared_as_far_as_they_are_shown(string expected, string[] orders)
    {
        using var stub = Answering(orders);
        Assert.Equal(expected, Text(await stub.Client.Orders.ReconcileAsync(Prepared)));
        Assert.Equal(expected, Text(await stub.Client.Orders.ReconcileAsync(OrderSearch.FromBytes(Stored))));
    }

    [Theory]
    [InlineData("2026-05-08T12:00:00Z", true)]
    [InlineData("2026-05-09T11:59:59Z", true)]
    [InlineData("2026-05-09T12:00:00Z", false)]
    public async Task An_order_that_is_not_there_may_still_appear_until_every_attempt_is_over(string now, bool may)
    {
        using var stub = Answering([], DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(may, Assert.IsType<OrderReconciliation.NotFound>(await stub.Client.Orders.ReconcileAsync(Prepared)).MayStillAppear);
    }

    [Theory]
    [InlineData("alex@acme.com", "user_email=alex%40acme.com&bundle_id=bun_1&per_page=100")]
    [InlineData("Alex@acme.com", "user_email=Alex%40acme.com&bundle_id=bun_1&per_page=100 user_email=alex%40acme.com&bundle_id=bun_1&per_page=100")]
    [InlineData("usr_A", "user_id=usr_A&bundle_id=bun_1&per_page=100")]
    public async Task The_customer_is_asked_for_as_the_order_names_it(string user, string queries)
    {
        var whole = Sample.Order();
        var asked = new List<string>();
        using var stub = Answering([], Sample.Noon, asked);
        await stub.Client.Orders.ReconcileAsync(Sample.Prepared(new BundleOrder { User = user, BundleId = whole.BundleId, Sequencer = whole.Sequencer, Domains = whole.Domains, Personas = whole.Personas }));
        Assert.Equal(queries, string.Join(' ', asked));
    }

    [Fact]
    public async Task A_failure_is_no_result()
    {
        using var stub = Stub.Answering(HttpStatusCode.InternalServerError, """{"error":{"code":"internal_error","message":"m"}}""");
        await Assert.ThrowsAsync<PeekerServerException>(() => stub.Client.Orders.ReconcileAsync(Prepared));
    }

    private static string Text(OrderReconciliation result) => result switch
    {
        OrderReconciliation.Found { Order: var order } => $"Found {order.Id}",
        OrderReconciliation.Ambiguous { Candidates: var candidates } => $"ambiguous {string.Join(' ', candidates.Select(order => order.Id))}",
        _ => "no order",
    };

    private static Stub Answering(string[] orders, DateTimeOffset? now = null, List<string>? asked = null)
    {
        var stub = new Stub(new() { Time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now ?? Sample.Noon) });
        stub.Mock.When("*/orders").Respond(request =>
        {
            asked?.Add(request.RequestUri!.Query[1..]);
            return Stub.Json(HttpStatusCode.OK, $$"""{"data":[{{string.Join(',', orders)}}],"links":{"first":"https://a/b","next":null},"meta":{"path":"https://a/b","per_page":100,"returned":{{orders.Length}} } }""");
        });
        stub.Mock.When("*/orders/*").Respond(request =>
            Stub.Json(HttpStatusCode.OK, $$"""{"data":{{orders.First(order => order.Contains($"\"{request.RequestUri!.Segments[^1]}\"", StringComparison.Ordinal))}}}"""));
        return stub;
    }

    // One text serves as the row and as the detail: each reads what it knows.
    private static string Of(Row row)
    {
        var people = row.People is null ? "" : $$""","personas":[{"first_name":{{JsonSerializer.Serialize(row.People.Split('|')[0])}},"last_name":{{JsonSerializer.Serialize(row.People.Split('|')[1])}},"profile_picture_url":null}]""";
        var domains = row.Domains is null ? "" : $",\"domains\":{JsonSerializer.Serialize(DomainsOf(row.Domains))}";
        return $$"""{"id":"{{row.Id}}","user_id":"usr_1","email":"alex@acme.com","bundle_id":"{{row.Bundle}}","status":"{{row.Status}}","domain_count":{{row.Count}},"costs":{"total_cents":1,"currency":"usd"}{{domains}}{{people}},"created_at":"{{row.Created}}"}""";
    }

    // Registered ones, a bar, imported ones; nothing for an object without members.
    private static Dictionary<string, string[]> DomainsOf(string text)
    {
        var parts = text.Split('|');
        var domains = new Dictionary<string, string[]>();
        if (parts[0].Length > 0) domains["registered"] = parts[0] == "none" ? [] : parts[0].Split(' ');
        if (parts.Length > 1) domains["imported"] = parts[1].Split(' ');
        return domains;
    }

    private sealed record Row(string Id = "ord_1", string Bundle = "bun_1", string Status = "in_progress", int Count = 2, string? Domains = Ours, string? People = "Alex|Rivera", string Created = "2026-05-08T12:00:00Z");
}
