using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Peeker.Sandbox.Http;

namespace Peeker.Sandbox.State;

/// <summary>Names each request by its content and by how often that content came: ids and faults are drawn from this name.</summary>
internal sealed class RequestNames
{
    private readonly Dictionary<UInt128, int> _seen = [];

    public string Of(SandboxRequest request)
    {
        var content = Hash(request);
        int times;
        lock (_seen)
        {
            times = _seen.GetValueOrDefault(content);
            _seen[content] = times + 1;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{content:x32}.{times}");
    }

    private static UInt128 Hash(SandboxRequest request)
    {
        ReadOnlySpan<string?> parts = [request.Authorization, request.Method, request.Path, request.Query];
        var most = request.Body.Length;
        foreach (var part in parts) most += Encoding.UTF8.GetMaxByteCount(part?.Length ?? 0) + 1;
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        var length = 0;
        foreach (var part in parts)
        {
            length += Encoding.UTF8.GetBytes(part ?? "", buffer.AsSpan(length));
            buffer[length++] = 0;
        }

        request.Body.Span.CopyTo(buffer.AsSpan(length));
        var content = XxHash128.HashToUInt128(buffer.AsSpan(0, length + request.Body.Length));
        // It held a key and maybe a password.
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return content;
    }
}
