using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace Peeker.Packages.Tests;

/// <summary>What is in a packed file.</summary>
internal sealed class Package(string path) : IDisposable
{
    private readonly ZipArchive _zip = ZipFile.OpenRead(path);

    /// <summary>The files of the package, without those that every package has for itself.</summary>
    public IEnumerable<string> Files => _zip.Entries.Select(entry => entry.FullName)
        .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
        .Order(StringComparer.Ordinal);

    public byte[] Read(string name)
    {
        using var entry = _zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Every entry with the hash of what it holds.</summary>
    public IReadOnlyDictionary<string, string> Hashes() => _zip.Entries.ToDictionary(entry => entry.FullName, entry => Convert.ToHexString(SHA256.HashData(Read(entry.FullName))));

    public XElement Manifest() => XDocument.Load(new MemoryStream(Read(Files.Single(name => name.EndsWith(".nuspec", StringComparison.Ordinal))))).Root!.Elements().Single();

    public void Dispose() => _zip.Dispose();
}
