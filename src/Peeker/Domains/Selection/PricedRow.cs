namespace Peeker.Domains;

/// <summary>A row that can be picked.</summary>
/// <param name="Row">The row.</param>
/// <param name="Cents">What it costs over the years that count.</param>
/// <param name="Place">Its place among the rows, which decides between equal prices.</param>
internal readonly record struct PricedRow(AvailabilityRow Row, long Cents, int Place) : IComparable<PricedRow>
{
    public int CompareTo(PricedRow other) => Cents != other.Cents ? Cents.CompareTo(other.Cents) : Place.CompareTo(other.Place);
}
