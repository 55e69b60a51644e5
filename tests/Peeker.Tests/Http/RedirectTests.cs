using System.Globalization;

namespace Peeker.Tests.Http;

/// <summary>Who gets the key, and who gets an order, when a server points somewhere else. Every server here is a real one.</summary>
public class RedirectTests
{
    private const string Password = "a-dedicated-login";
    private const string Receipt = """{"data":{"id":"ord_1","user_id":"usr_1","email":"alex@acme.com","bundle_id":null,"status":"in_progress","domain_count":1,"costs":{"total_cents":1,"currency":"usd"},"created_at":"2026-05-08T12:00:00Z"}}""";

    private static readonly CustomOrder Order = new()
    {
        User = "alex@acme.com",
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = Password },
        Domains = ["acme-mail.com"],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    public static TheoryData<int> Redirects() => [301, 302, 303, 307, 308];

    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = new RawServer(Answer(200, Receipt));
        await using var server = new RawServer(To(elsewhere, status));
        using var client = new PeekerClient(Stub.Key, new() { BaseAddress = server.BaseAddress });
        foreach (var call in (Func<Task>[])[() => client.Me.GetAsync(), () => client.Orders.CreateAsync(Order), () => client.Bundles.DeleteAsync("bun_1")])
        {
            var thrown = await Assert.ThrowsAsync<PeekerResponseException>(call);
            Assert.Equal(((System.Net.HttpStatusCode)status, false, 1), (thrown.Status, thrown.TookEffect, thrown.Attempts));
        }

        Assert.Contains($"Authorization: Bearer {Stub.Key}", server.Received, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Received);
    }

    /// <summary>
    /// A client of the caller's goes where it likes. The platform's own takes the key off before it follows, to the same host too; but with 307
    /// and 308 it sends the body along, and an order holds a password. So a client that is handed over should have AllowAutoRedirect off.
    /// </summary>
    [Theory]
    [MemberData(nameof(Redirects))]
    public async Task A_client_of_the_callers_that_follows_redirects_leaves_the_key_behind_and_may_take_the_order_along(int status)
    {
        await using var elsewhere = new RawServer(Answer(200, Receipt));
        await using var server = new RawServer(To(elsewhere, status));
        using var http = new HttpClient();
        using var client = new PeekerClient(Stub.Key, new() { BaseAddress = server.BaseAddress, HttpClient = http });
        Assert.Equal("ord_1", (await client.Orders.CreateAsync(Order)).Id);
        Assert.Contains($"Authorization: Bearer {Stub.Key}", server.Received, StringComparison.Ordinal);
        Assert.NotEmpty(elsewhere.Received);
        Assert.DoesNotContain("Authorization", elsewhere.Received, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Stub.Key, elsewhere.Received, StringComparison.Ordinal);
        Assert.Equal(status is 307 or 308, elsewhere.Received.Contains(Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_of_the_callers_that_does_not_follow_takes_nothing_anywhere()
    {
        await using var elsewhere = new RawServer(Answer(200, Receipt));
        await using var server = new RawServer(To(elsewhere, 307));
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var client = new PeekerClient(Stub.Key, new() { BaseAddress = server.BaseAddress, HttpClient = http });
        await Assert.ThrowsAsync<PeekerResponseException>(() => client.Orders.CreateAsync(Order));
        Assert.Empty(elsewhere.Received);
    }

    [Theory]
    [InlineData("http://0.0.0.0:{0}/partner/v1")]
    [InlineData("https://0.0.0.0:{0}/partner/v1")]
    [InlineData("https://127.0.0.1.example:{0}/partner/v1")]
    [InlineData("https://127.0.0.1@0.0.0.0:{0}/partner/v1")]
    public async Task An_address_that_is_not_allowed_is_sent_nothing_although_somebody_listens(string address)
    {
        await using var server = new RawServer(Answer(200, Receipt));
        var options = new PeekerClientOptions { BaseAddress = new(string.Format(CultureInfo.InvariantCulture, address, server.Port)) };
        Assert.Equal("BaseAddress", Assert.Throws<PeekerConfigurationException>(() => new PeekerClient(Stub.Key, options)).Setting);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task A_host_that_is_allowed_is_no_reason_to_follow_a_redirect_to_it()
    {
        await using var elsewhere = new RawServer(Answer(200, Receipt));
        await using var server = new RawServer(To(elsewhere, 307));
        using var client = new PeekerClient(Stub.Key, new() { BaseAddress = server.BaseAddress, AllowedHosts = ["localhost"] });
        await Assert.ThrowsAsync<PeekerResponseException>(() => client.Orders.CreateAsync(Order));
        Assert.Empty(elsewhere.Received);
    }

    // By name, where the first is asked by number: another host, and not only another port.
    private static string To(RawServer elsewhere, int status) => Answer(status, "", $"Location: http://localhost:{elsewhere.Port}/partner/v1/orders\r\n");

    private static string Answer(int status, string body, string header = "") =>
        $"HTTP/1.1 {status} Answer\r\n{header}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}";
}
