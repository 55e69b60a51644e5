namespace Peeker.Generator.Specifications;

/// <summary>The unions that are written by hand, since no template carries one. The build excludes the same names.</summary>
internal static class HandWritten
{
    public static IReadOnlyList<string> Schemas { get; } = ["OrderRequest", "OrderDomain", "SequencerClientId"];
}
