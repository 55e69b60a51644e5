using System.Text;

namespace Peeker.Allocation.Tests;

internal static class Samples
{
    public const string Key = "pk_test_0123456789abcdef", OrderId = "ord_01HZX0OR1A2B3C4D5E6F7G8H";

    public static readonly byte[] Order = Encoding.UTF8.GetBytes(
        """
        {"id":"ord_01HZX0OR1A2B3C4D5E6F7G8H","user_id":"usr_01HZX0US1A2B3C4D5E6F7G8H","email":"alex@acme.com","bundle_id":null,"status":"completed","domain_count":2,
        "costs":{"total_cents":2198,"currency":"usd","line_items":[{"type":"domain_registration","quantity":2,"amount_cents":2198}]},
        "domains":{"registered":["acme-mail.com","team-acme.com"],"imported":[]},
        "personas":[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":null}],"renews_at":"2026-07-08T12:14:33Z","created_at":"2026-06-08T12:14:33Z"}
        """);

    public static readonly byte[] OrderAnswer = [.. "{\"data\":"u8, .. Order, .. "}"u8];

    public static readonly byte[] Event = [.. "{\"id\":\"evt_01HZX0EV2A2B3C4D5E6F7G8H\",\"type\":\"order.completed\",\"created_at\":\"2026-05-08T12:14:33Z\",\"data\":"u8, .. Order, .. "}"u8];

    public static readonly byte[] ReceiptAnswer =
        """{"data":{"id":"ord_01HZX0OR1A2B3C4D5E6F7G8H","user_id":"usr_01HZX0US1A2B3C4D5E6F7G8H","email":"alex@acme.com","bundle_id":null,"status":"in_progress","domain_count":2,"costs":{"total_cents":2198,"currency":"usd"},"created_at":"2026-06-08T12:14:33Z"}}"""u8.ToArray();

    public static BundleOrder OrderRequest { get; } = new()
    {
        User = "alex@acme.com",
        BundleId = "bun_01HZX0BU1A2B3C4D5E6F7G8H",
        Sequencer = new() { Provider = SequencerProvider.Smartlead, ClientId = 366_903, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a login of its own" },
        ForwardingUrl = "https://acme.com",
        Domains = ["acme-mail.com", new("team-acme.com", "https://acme.com/team")],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = "" }],
    };
}
