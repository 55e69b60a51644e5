using System.Net;
using System.Net.Sockets;

namespace Peeker.Benchmarks.Webhooks;

/// <summary>One connection that sends bytes and waits for the end of an answer without a body: the least a client can cost.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[4096];

    public Task ConnectAsync(Uri address) => _socket.ConnectAsync(IPAddress.Loopback, address.Port);

    /// <exception cref="InvalidOperationException">The answer is not 204.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            if (read == 0) throw new InvalidOperationException("The server closed the connection.");
            length += read;
        }
        while (!_answer.AsSpan(0, length).EndsWith("\r\n\r\n"u8));
        if (!_answer.AsSpan().StartsWith("HTTP/1.1 204"u8)) throw new InvalidOperationException("The delivery was not accepted.");
    }

    public void Dispose() => _socket.Dispose();
}
