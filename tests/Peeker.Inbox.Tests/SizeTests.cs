using System.Buffers.Binary;
using System.Globalization;
using Peeker.Sqlite;
using Xunit.Abstractions;

namespace Peeker.Inbox.Tests;

/// <summary>What a file costs.</summary>
public sealed class SizeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Deliveries_at_once_share_their_writes()
    {
        await using var under = new SqliteInboxUnderTest();
        var before = Commits(under.File);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ => await under.Durable.AcceptAsync(InboxUnderTest.Event()))), Assert.True);
        Assert.InRange(Commits(under.File) - before, 1, 100);
    }

    [Fact]
    public async Task A_completed_event_takes_a_few_hundred_bytes()
    {
        const int Events = 2_000;
        await using var under = new SqliteInboxUnderTest();
        await Task.WhenAll(Enumerable.Range(0, Events).Select(async number => await under.Durable.AcceptAsync(new()
        {
            EventId = string.Create(CultureInfo.InvariantCulture, $"evt_01HZX{number:D21}"), EventType = "order.completed", Body = new byte[500], ReceivedAt = DateTimeOffset.UnixEpoch,
            SecretLabel = "live", ResourceId = string.Create(CultureInfo.InvariantCulture, $"ord_01HZX{number / 5:D21}"), Position = number,
        })));
        while (await under.Durable.ClaimNextAsync(TimeSpan.FromSeconds(30)) is { } claim) await under.Durable.CompleteAsync(claim);
        await ((SqliteWebhookInbox)under.Inbox).DisposeAsync();
        var each = new FileInfo(under.File).Length / Events;
        output.WriteLine($"{each} bytes of the file for each event that was accepted with 500 bytes and completed");
        Assert.InRange(each, 100, 2_000);
    }

    // sqlite.org/fileformat2.html#the_write_ahead_log: the frame that ends a transaction holds the size of the database.
    private static int Commits(string file)
    {
        using var log = new FileStream(file + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[32];
        log.ReadExactly(header);
        var page = (int)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(8));
        var commits = 0;
        for (var at = 32L; at + 24 + page <= log.Length; at += 24 + page)
        {
            log.Position = at;
            log.ReadExactly(header, 0, 24);
            if (BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)) != 0) commits++;
        }

        return commits;
    }
}
