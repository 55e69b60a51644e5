using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Peeker.Cli.Domains;

/// <summary>Names that have a row, or will have one. Kept by 128 bits of their SHA-256, about 32 bytes a name, so that a million of them is nothing.</summary>
internal sealed class NamesDone
{
    private readonly HashSet<UInt128> _hashes = [];

    public int Count => _hashes.Count;

    /// <summary>False when it was there before.</summary>
    public bool Add(string name) => _hashes.Add(BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))));
}
