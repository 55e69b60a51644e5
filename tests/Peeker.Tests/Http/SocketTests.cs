using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Peeker.Tests.Http;

/// <summary>Failures that only a real connection has.</summary>
public class SocketTests
{
    [Fact]
    public async Task A_host_that_is_not_there_was_sent_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = Client(port);
        var thrown = await Assert.ThrowsAsync<PeekerConnectionException>(() => client.Bundles.CreateAsync(new() { Name = "n", MonthlySendingVolume = 1 }));
        Assert.False(thrown.MayHaveTakenEffect);
        Assert.Contains("cannot be reached", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_leaves_the_outcome_open()
    {
        await using var server = new RawServer("");
        using var client = Client(server.Port);
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => client.Bundles.CreateAsync(new() { Name = "n", MonthlySendingVolume = 1 }));
        Assert.True(Assert.IsType<PeekerConnectionException>(thrown.InnerException).MayHaveTakenEffect);
    }

    [Fact]
    public async Task A_body_that_ends_early_says_that_the_call_took_effect()
    {
        await using var server = new RawServer("HTTP/1.1 201 Created\r\nPeeker-Request-Id: req_1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"data\":");
        using var client = Client(server.Port);
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => client.Bundles.CreateAsync(new() { Name = "n", MonthlySendingVolume = 1 }));
        Assert.True(thrown.TookEffect);
        Assert.Equal(("req_1", "{\"data\":"), (thrown.RequestId, thrown.RawBody));
        Assert.Contains("the answer was cut short", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = new RawServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        await using var server = new RawServer($"HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:{elsewhere.Port}/\r\nContent-Length: 0\r\n\r\n");
        using var client = Client(server.Port);
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => client.Me.GetAsync());
        Assert.Equal(307, (int)thrown.Status);
        Assert.False(thrown.TookEffect);
        Assert.Empty(elsewhere.Received);
        Assert.Contains($"Authorization: Bearer {Stub.Key}", server.Received, StringComparison.Ordinal);
    }

    private static PeekerClient Client(int port) => new(Stub.Key, new() { BaseAddress = new Uri($"http://127.0.0.1:{port}/partner/v1"), MaxRetries = 0 });

    /// <summary>Answers each connection with the same bytes, then closes it.</summary>
    private sealed class RawServer : IAsyncDisposable
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
                    var stream = connection.GetStream();
                    var buffer = new byte[8192];
                    var read = await stream.ReadAsync(buffer, _stop.Token);
                    _received.Append(Encoding.ASCII.GetString(buffer, 0, read));
                    await stream.WriteAsync(answer, _stop.Token);
                    connection.Client.Shutdown(SocketShutdown.Send);
                    while (await stream.ReadAsync(buffer, _stop.Token) > 0)
                    {
                    }
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException)
            {
            }
        }
    }
}
