using Peeker.Sandbox.Domains;

namespace Peeker.Sandbox.Orders;

/// <summary>
/// What an order costs here. Assumption: pricing is not documented; the licences cost what an old sample shows, a registration what
/// availability says.
/// </summary>
internal static class OrderPrice
{
    private const long GoogleLicenseCents = 100;
    private const long MicrosoftLicenseCents = 900;

    public static OrderCosts Of(int google, int microsoft, int registrations)
    {
        var items = new List<LineItem>();
        Add(LineItemType.GoogleLicense, google, GoogleLicenseCents);
        Add(LineItemType.MicrosoftLicense, microsoft, MicrosoftLicenseCents);
        Add(LineItemType.DomainRegistration, registrations, AvailabilityOperations.PriceCents);
        return new() { TotalCents = items.Sum(item => item.AmountCents), Currency = "usd", LineItems = items };

        void Add(LineItemType type, int quantity, long cents)
        {
            if (quantity > 0) items.Add(new() { Type = type, Quantity = quantity, AmountCents = quantity * cents });
        }
    }
}
