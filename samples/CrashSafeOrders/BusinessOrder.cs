using System.Globalization;
using Peeker;

namespace CrashSafeOrders;

/// <summary>What a customer of the shop bought: order 17 is always the same customer and the same domain.</summary>
internal static class BusinessOrder
{
    /// <summary>The login Peeker connects the inboxes with. A real shop takes it from its vault; it never stands in the database.</summary>
    public static string LoginPassword { get; } = Environment.GetEnvironmentVariable("SEQUENCER_PASSWORD") ?? "a-dedicated-login";

    public static CustomOrder Of(int number) => new()
    {
        User = string.Create(CultureInfo.InvariantCulture, $"customer-{number}@shop.example"),
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@shop.example", LoginPassword = LoginPassword },
        Domains = [string.Create(CultureInfo.InvariantCulture, $"shop-{number}-mail.com")],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };
}
