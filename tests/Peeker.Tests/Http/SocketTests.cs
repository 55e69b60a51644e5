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

    [Theory]
    [InlineData("delete")]
    [InlineData("cancel")]
    public async Task A_call_without_a_body_is_not_repeated_by_the_platform_on_a_connection_it_used_before(string kind)
    {
        // A keep-alive answer, then silence: the platform takes the second for a connection that was idle too long.
        await using var server = new KeepAliveServer("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}");
        using var client = Client(server.Port);
        await Assert.ThrowsAnyAsync<PeekerException>(() => client.Me.GetAsync());
        server.Silent = true;
        await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => kind == "delete" ? client.Bundles.DeleteAsync("bun_1") : (Task)client.Orders.CancelAsync("ord_1"));
        Assert.Equal(1, server.LeftUnanswered);
        await Assert.ThrowsAnyAsync<PeekerException>(() => client.Me.GetAsync());
    }

    private static PeekerClient Client(int port) => new(Stub.Key, new() { BaseAddress = new Uri($"http://127.0.0.1:{port}/partner/v1"), MaxRetries = 0 });

    /// <summary>Answers every request of a connection, until it is told to read one and hang up.</summary>
    private sealed class KeepAliveServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly byte[] _answer;
        private readonly Task _loop;
        private int _leftUnanswered;

        public KeepAliveServer(string answer)
        {
            _answer = Encoding.ASCII.GetBytes(answer);
            _listener.Start();
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
            _loop = RunAsync();
        }

        public int Port { get; }

        public bool Silent { get; set; }

        public int LeftUnanswered => _leftUnanswered;

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _loop;
            _listener.Stop();
            _stop.Dispose();
        }

        private async Task RunAsync()
        {
            var connections = new List<Task>();
            try
            {
                while (true) connections.Add(AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
            catch (OperationCanceledException)
            {
                await Task.WhenAll(connections);
            }
        }

        private async Task AnswerAsync(TcpClient connection)
        {
            using var owned = connection;
            var stream = connection.GetStream();
            var buffer = new byte[8192];
            try
            {
                while (await stream.ReadAsync(buffer, _stop.Token) > 0)
                {
                    if (Silent)
                    {
                        Interlocked.Increment(ref _leftUnanswered);
                        return;
                    }

                    await stream.WriteAsync(_answer, _stop.Token);
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException)
            {
            }
        }
    }
}
