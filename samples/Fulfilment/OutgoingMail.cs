using System.ComponentModel.DataAnnotations;

namespace Fulfilment;

/// <summary>A mail to a customer that the shop's mailer sends: once for a purchase, since its number is the key.</summary>
internal sealed class OutgoingMail
{
    [Key]
    public int PurchaseNumber { get; init; }

    [MaxLength(200)]
    public required string Text { get; init; }
}
