namespace Peeker.Kill.Tests;

/// <summary>A business order as the shop's database has it.</summary>
/// <param name="Number">Its number in the shop.</param>
/// <param name="State">planned, prepared, placed, refused or unclear.</param>
/// <param name="OrderId">The receipt's id; null until it is placed.</param>
internal sealed record ShopRow(int Number, string State, string? OrderId)
{
    public string Email => $"customer-{Number}@shop.example";
}
