using Peeker.Sandbox.Domains;

namespace Peeker.Sandbox.State;

/// <summary>
/// What an order costs here. Assumption: pricing is not documented; the licences cost what an old sample shows, a registration what
/// availability says.
/// </summary>
internal static class OrderPrice
{
    private const long GoogleLicenseCents = 100;
    private const long MicrosoftLicenseCents = 900;

    public static OrderCosts Of(OrderRecord order, bool withLines)
    {
        var items = new List<LineItem>();
        Add(LineItemType.GoogleLicense, Licences(MailProvider.Google), GoogleLicenseCents);
        Add(LineItemType.MicrosoftLicense, Licences(MailProvider.Microsoft), MicrosoftLicenseCents);
        Add(LineItemType.DomainRegistration, order.Registrations, AvailabilityOperations.PriceCents);
        return new() { TotalCents = items.Sum(item => item.AmountCents), Currency = "usd", LineItems = withLines ? items : null };

        int Licences(MailProvider provider) => order.Slots.Where(slot => slot.Provider == provider).Sum(slot => slot.Licences);

        void Add(LineItemType type, int quantity, long cents)
        {
            if (quantity > 0) items.Add(new() { Type = type, Quantity = quantity, AmountCents = quantity * cents });
        }
    }
}
