using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Peeker.Tests.Http;

/// <summary>Reads one request of each connection, answers with the same bytes, then closes it.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private readonly StringBuilder _received = new();

    public RawServer(string answer)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _loop = RunAsync(Encoding.ASCII.GetBytes(answer));
    }

    public int Port { get; }

    public Uri BaseAddress => new($"http://127.0.0.1:{Port}/partner/v1");

    public int Connections { get; private set; }

    public string Received => _received.ToString();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task RunAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                var stream = connection.GetStream();
                await ReadAsync(stream);
                await stream.WriteAsync(answer, _stop.Token);
                connection.Client.Shutdown(SocketShutdown.Send);
                var rest = new byte[8192];
                while (await stream.ReadAsync(rest, _stop.Token) > 0)
                {
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException)
        {
        }
    }

    /// <summary>The head of a request, and as much body as it announces.</summary>
    private async Task ReadAsync(NetworkStream stream)
    {
        var (buffer, request) = (new byte[8192], "");
        int read;
        while (!IsWhole(request) && (read = await stream.ReadAsync(buffer, _stop.Token)) > 0) request += Encoding.ASCII.GetString(buffer, 0, read);
        _received.Append(request);
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = Regex.Match(request[..end], "\r\nContent-Length: ([0-9]+)");
        return request.Length - end - 4 >= (length.Success ? int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture) : 0);
    }
}
