using System.Net;
using System.Reflection;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

/// <summary>Nothing that identifies or opens anything is printed by accident.</summary>
public class LeakTests
{
    private static readonly string[] Secrets = [Stub.Key, "let-me-in", "login@partner.example", "customer@acme.example", "Rivera", "server said"];

    private static readonly CustomOrder Order = new()
    {
        User = "customer@acme.example",
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "login@partner.example", LoginPassword = "let-me-in" },
        Domains = ["acme-mail.com"],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    public static TheoryData<int, string> Answers() => new()
    {
        { 200, "{}" },
        { 200, "<html>customer@acme.example</html>" },
        { 200, """{"data":{"id":"customer@acme.example"}}""" },
        { 400, """{"error":{"code":"invalid_request","message":"server said customer@acme.example","field":"user"}}""" },
        { 401, """{"error":{"code":"unauthorized","message":"server said let-me-in"}}""" },
        { 409, """{"error":{"code":"brand_new","message":"server said customer@acme.example"}}""" },
        { 500, "customer@acme.example let-me-in" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task No_exception_prints_a_secret(int status, string body)
    {
        using var stub = Stub.Answering((HttpStatusCode)status, body);
        var thrown = await Assert.ThrowsAnyAsync<PeekerException>(() => stub.Client.Orders.CreateAsync(Order));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, thrown.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_connection_failure_prints_a_secret()
    {
        using var stub = new Stub();
        stub.Mock.When("*").Throw(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        var thrown = await Assert.ThrowsAsync<PeekerConnectionException>(() => stub.Client.Orders.CreateAsync(Order));
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, thrown.ToString(), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_prints_itself_with_its_secrets()
    {
        using var client = new PeekerClient(Stub.Key);
        object[] printed = [client, client.Orders, new PeekerClientOptions { ApiKey = Stub.Key }, Order, Order.Sequencer, Order.Personas[0]];
        Assert.All(printed, thing => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, thing.ToString()!, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void No_model_has_a_debugger_view_or_record_that_prints_members() =>
        Assert.All(typeof(Persona).Assembly.GetExportedTypes().Where(type => type.IsClass),
            type => Assert.Null(type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic)));
}
