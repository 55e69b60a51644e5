namespace Peeker.Benchmarks.Documents;

/// <summary>One way of reading and writing a document.</summary>
/// <param name="Name">Whose way it is.</param>
/// <param name="Read">From the bytes of an answer to objects.</param>
/// <param name="Write">From those objects to new bytes.</param>
internal sealed record Contender(string Name, Func<byte[], object> Read, Func<object, byte[]> Write)
{
    public const string Floor = "floor";
    public const string Peeker = "Peeker";
    public const string Stock = "NSwag";
    public const string Refit = "Refit";
    public const string Kiota = "Kiota";
}
