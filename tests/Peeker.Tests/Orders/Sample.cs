using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace Peeker.Tests.Orders;

/// <summary>An order to be prepared at noon.</summary>
internal static class Sample
{
    public const string Password = "a-dedicated-login";

    public static readonly DateTimeOffset Noon = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero);

    public static BundleOrder Order(string password = Password) => new()
    {
        User = "alex@acme.com",
        BundleId = "bun_1",
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = password },
        Domains = ["acme-mail.com", "team-acme.com"],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    public static FakeTimeProvider Clock() => new(Noon);

    public static OrderSubmission Prepared(OrderRequest? order = null) => OrderSubmission.Prepare(order ?? Order(), Clock());

    /// <summary>A submission of exactly this JSON, however it is written.</summary>
    public static OrderSubmission OfJson(string json)
    {
        var stored = ProtectedOrder.Write(Noon, Encoding.UTF8.GetBytes(json), bytes => [.. bytes]);
        return OrderSubmission.FromBytes(stored, bytes => bytes);
    }

    public static OrderRequest Read(string json) => JsonSerializer.Deserialize<OrderRequest>(json)!;
}
