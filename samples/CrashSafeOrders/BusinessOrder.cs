using System.Globalization;
using Peeker;

namespace CrashSafeOrders;

/// <summary>What a customer of the shop bought: order 17 is always the same customer. Its domain is chosen when the order is prepared.</summary>
internal static class BusinessOrder
{
    private static readonly string[] Words = ["mail", "team", "hello", "go", "meet", "join", "ask", "hey", "new", "our"];

    /// <summary>The login Peeker connects the inboxes with. A real shop takes it from its vault; it never stands in the database.</summary>
    public static string LoginPassword { get; } = Environment.GetEnvironmentVariable("SEQUENCER_PASSWORD") ?? "a-dedicated-login";

    /// <summary>The names this customer would take, the best first.</summary>
    public static IReadOnlyList<string> NamesFor(int number) => [.. Words.Select(word => string.Create(CultureInfo.InvariantCulture, $"{word}-shop-{number}.com"))];

    public static CustomOrder Of(int number, string domain) => new()
    {
        User = string.Create(CultureInfo.InvariantCulture, $"customer-{number}@shop.example"),
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@shop.example", LoginPassword = LoginPassword },
        Domains = [domain],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };
}
