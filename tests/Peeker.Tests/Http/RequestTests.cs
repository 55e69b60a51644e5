using System.Net;
using System.Net.Http.Headers;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

/// <summary>What goes over the wire.</summary>
public class RequestTests
{
    private const string Bundle = """
        {"data":{"id":"bun_1","name":"n","monthly_sending_volume":1,"google_percent":null,"microsoft_percent":null,"send_on_weekends":false,
        "google_inboxes_per_domain":2,"effective":{"google_percent":50,"microsoft_percent":50},"required_domains":{"google":1,"microsoft":1,"total":2},
        "status":"active","created_at":"2026-05-08T12:00:00Z"}}
        """;

    [Fact]
    public async Task A_member_that_was_not_set_is_not_sent()
    {
        Assert.Equal("""{"name":"Starter","monthly_sending_volume":25000}""",
            await Sent(client => client.Bundles.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = 25_000 })));
        Assert.Equal("{}", await Sent(client => client.Bundles.UpdateAsync("bun_1", new())));
    }

    [Fact]
    public async Task Null_is_sent_where_it_means_something()
    {
        Assert.Equal("""{"google_percent":null,"microsoft_percent":null}""",
            await Sent(client => client.Bundles.UpdateAsync("bun_1", new() { GooglePercent = null, MicrosoftPercent = null })));
        Assert.Equal("""{"google_percent":70,"microsoft_percent":30}""",
            await Sent(client => client.Bundles.UpdateAsync("bun_1", new() { GooglePercent = 70, MicrosoftPercent = 30 })));
        Assert.Equal("""{"name":"n"}""", await Sent(client => client.Bundles.UpdateAsync("bun_1", new() { Name = "n" })));
    }

    [Fact]
    public async Task An_order_is_written_in_the_documented_order_and_form()
    {
        var order = new BundleOrder
        {
            User = "alex@acme.com",
            BundleId = "bun_1",
            Sequencer = new() { Provider = SequencerProvider.Smartlead, ClientId = 366903, LoginEmail = "peeker@yourcompany.com", LoginPassword = "p<&\"é" },
            ForwardingUrl = "https://acme.com",
            Domains = ["acme-mail.com", new("team-acme.com", "https://team.acme.com")],
            Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = "" }, new() { FirstName = "Sam", LastName = "Lee", ProfilePictureUrl = null }],
        };
        Assert.Equal(
            """
            {"user":"alex@acme.com","bundle_id":"bun_1","sequencer":{"provider":"smartlead","client_id":366903,"login_email":"peeker@yourcompany.com","login_password":"p<&\"é"},
            "forwarding_url":"https://acme.com","domains":["acme-mail.com",{"domain":"team-acme.com","forwarding_url":"https://team.acme.com"}],
            "personas":[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":""},{"first_name":"Sam","last_name":"Lee","profile_picture_url":null}]}
            """.ReplaceLineEndings(""),
            await Sent(client => client.Orders.CreateAsync(order)));
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("", "\"\"")]
    [InlineData("7", "7")]
    public async Task A_client_id_is_a_number_an_empty_text_or_null(string? id, string written)
    {
        SequencerClientId? clientId = id is null ? null : id.Length == 0 ? SequencerClientId.Default : long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
        var body = await Sent(client => client.Users.UpdateAsync("usr_1", new() { Sequencer = new() { Provider = SequencerProvider.Smartlead, ClientId = clientId } }));
        Assert.Equal($$$"""{"sequencer":{"provider":"smartlead","client_id":{{{written}}}}}""", body);
    }

    [Fact]
    public async Task A_request_says_what_it_is()
    {
        using var stub = new Stub();
        HttpRequestMessage? sent = null;
        stub.Mock.When("*").Respond(request => Keep(request, out sent));
        var response = await stub.Client.Bundles.WithResponse.CreateAsync(new() { Name = "n", MonthlySendingVolume = 1 });
        Assert.Equal("application/json", sent!.Content!.Headers.ContentType!.ToString());
        Assert.Equal(new AuthenticationHeaderValue("Bearer", Stub.Key), sent.Headers.Authorization);
        Assert.Equal("application/json", sent.Headers.Accept.ToString());
        Assert.StartsWith("peeker-dotnet/", sent.Headers.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Created, Stub.RequestId), (response.Status, response.RequestId));
        Assert.True(response.Headers.Contains("Peeker-Request-Id"));
        Assert.Equal("bun_1", response.Resource.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("ord_1")]
    [InlineData("bun_")]
    [InlineData("BUN_1")]
    public async Task An_id_of_another_kind_never_reaches_a_path(string id)
    {
        using var stub = new Stub();
        var thrown = await Assert.ThrowsAsync<ArgumentException>(() => stub.Client.Bundles.GetAsync(id));
        Assert.Equal("id", thrown.ParamName);
        Assert.Contains("bun_", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_odd_id_stays_one_segment()
    {
        using var stub = new Stub();
        stub.Mock.Expect("https://api.peeker.ai/partner/v1/bundles/bun_%2F..%3Fa%23b").Respond(_ => Stub.Json(HttpStatusCode.OK, Bundle));
        await stub.Client.Bundles.GetAsync("bun_/..?a#b");
        stub.Mock.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_query_leaves_out_what_is_not_set_and_escapes_the_rest()
    {
        Assert.Equal("/partner/v1/orders", await Target(client => client.Orders.ListPageAsync()));
        Assert.Equal("/partner/v1/orders?user_email=a%2Bb%40acme.com&status=cancel_scheduled&per_page=100", await Target(client =>
            client.Orders.ListPageAsync(new() { UserEmail = "a+b@acme.com", Status = OrderStatus.CancelScheduled, PerPage = 100 })));
        Assert.Equal("/partner/v1/domains/import?domains=a.com,b%26c.com", await Target(client => client.Domains.FindImportAsync(["a.com", "b&c.com"])));
    }

    private static async Task<string> Target(Func<PeekerClient, Task> call)
    {
        using var stub = new Stub();
        string? target = null;
        stub.Mock.When("*").Respond(request =>
        {
            target = request.RequestUri!.PathAndQuery;
            return Stub.Json(HttpStatusCode.NotFound, """{"error":{"code":"not_found","message":"m"}}""");
        });
        await Assert.ThrowsAsync<PeekerNotFoundException>(() => call(stub.Client));
        return target!;
    }

    private static async Task<string> Sent(Func<PeekerClient, Task> call)
    {
        using var stub = new Stub();
        string? body = null;
        stub.Mock.When("*").Respond(request =>
        {
            body = request.Content!.ReadAsStringAsync().GetAwaiter().GetResult();
            return Stub.Json(HttpStatusCode.NotFound, """{"error":{"code":"not_found","message":"m"}}""");
        });
        await Assert.ThrowsAsync<PeekerNotFoundException>(() => call(stub.Client));
        return body!;
    }

    private static HttpResponseMessage Keep(HttpRequestMessage request, out HttpRequestMessage sent)
    {
        sent = request;
        return Stub.Json(HttpStatusCode.Created, Bundle);
    }
}
