using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Peeker.Sandbox.Http;

namespace Peeker.Sandbox.State;

/// <summary>Names each request by its content and by how often that content came: ids and faults are drawn from this name.</summary>
internal sealed class RequestNames
{
    private readonly Dictionary<UInt128, int> _seen = [];

    public string Of(SandboxRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (ReadOnlySpan<string?>)[request.Authorization, request.Method, request.Path, request.Query])
        {
            hash.AppendData(Encoding.UTF8.GetBytes(part ?? ""));
            hash.AppendData([0]);
        }

        hash.AppendData(request.Body.Span);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        var content = BinaryPrimitives.ReadUInt128BigEndian(digest);
        int times;
        lock (_seen)
        {
            times = _seen.GetValueOrDefault(content);
            _seen[content] = times + 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{content:x32}.{times}");
    }
}
