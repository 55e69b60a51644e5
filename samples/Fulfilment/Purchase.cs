using System.ComponentModel.DataAnnotations;

namespace Fulfilment;

/// <summary>What a customer bought and paid for. The checkout writes it; the worker takes it from there.</summary>
internal sealed class Purchase
{
    [Key]
    public int Number { get; init; }

    [MaxLength(64)]
    public required string BundleId { get; init; }

    /// <summary>The customer at Peeker: an e-mail or a <c>usr_</c> id.</summary>
    [MaxLength(320)]
    public required string Customer { get; init; }

    /// <summary>The word the names of the domains are made from.</summary>
    [MaxLength(40)]
    public required string Brand { get; init; }

    public PurchaseState State { get; set; }

    /// <summary>What <c>OrderSubmission.ToBytes()</c> gave: the order, without its secrets. Set once, and never another time.</summary>
    public byte[]? Submission { get; set; }

    [MaxLength(64)]
    public string? OrderId { get; set; }

    /// <summary>Why a person must look at it.</summary>
    public string? Note { get; set; }
}
