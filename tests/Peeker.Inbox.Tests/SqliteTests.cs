using Microsoft.Data.Sqlite;
using Peeker.Sqlite;

namespace Peeker.Inbox.Tests;

public sealed class SqliteTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_was_accepted_claimed_and_completed_is_there_when_the_file_is_opened_again()
    {
        await using var under = new SqliteInboxUnderTest();
        var (waiting, completed) = (InboxUnderTest.Event("ord_1", 1), InboxUnderTest.Event("ord_1", 2));
        await under.Durable.AcceptAsync(waiting);
        await under.Durable.CompleteAsync(await under.ClaimAsync(completed));
        await ((SqliteWebhookInbox)under.Inbox).DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await under.Durable.NextDueAsync());
        var again = under.Open();
        Assert.Equal(InboxAnswer.Completed, (await again.ClaimAsync(completed, Lease)).Answer);
        var claim = (await again.ClaimNextAsync(Lease))!;
        Assert.Equal((waiting.EventId, true, false), (claim.Event.EventId, claim.IsStale, claim.IsRepeat));
    }

    [Fact]
    public async Task Several_that_share_a_file_give_each_event_to_one_worker()
    {
        await using var under = new SqliteInboxUnderTest();
        var shared = Enumerable.Range(0, 4).Select(_ => under.Open()).ToList();
        var events = Enumerable.Range(0, 300).Select(_ => InboxUnderTest.Event()).ToList();
        var accepted = await Task.WhenAll(shared.SelectMany(inbox => events.Select(one => Task.Run(async () => await inbox.AcceptAsync(one)))));
        Assert.Equal(300, accepted.Count(isNew => isNew));
        var worked = await Task.WhenAll(shared.Select(inbox => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await inbox.ClaimNextAsync(Lease) is { } claim)
            {
                if (await inbox.CompleteAsync(claim)) mine.Add(claim.Event.EventId);
            }

            return mine;
        })));
        Assert.Equal(events.Select(one => one.EventId).Order(), worked.SelectMany(mine => mine).Order());
    }

    [Fact]
    public async Task A_call_that_cannot_be_done_fails_nobody_elses()
    {
        await using var under = new SqliteInboxUnderTest();
        var impossible = Task.Run(async () => await under.Inbox.ClaimAsync(InboxUnderTest.Event(), TimeSpan.MaxValue));
        var calls = Enumerable.Range(0, 200).Select(number => number == 100
            ? under.Inbox.ClaimAsync(InboxUnderTest.Event(), TimeSpan.MaxValue).AsTask()
            : under.Durable.AcceptAsync(InboxUnderTest.Event()).AsTask() as Task).ToList();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => impossible);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => calls[100]);
        await Task.WhenAll(calls.Where((_, number) => number != 100));
    }

    [Fact]
    public async Task A_file_that_is_gone_takes_no_more_events()
    {
        await using var under = new SqliteInboxUnderTest();
        await under.Durable.AcceptAsync(InboxUnderTest.Event());
        File.Delete(under.File);
        var thrown = await Assert.ThrowsAsync<PeekerInboxException>(async () => await under.Durable.AcceptAsync(InboxUnderTest.Event()));
        Assert.False(thrown.IsTransient);
        Assert.Contains("gone", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_accepted_is_in_the_file_when_the_call_returns()
    {
        await using var under = new SqliteInboxUnderTest();
        using var other = Connect(under.File);
        other.Open();
        using var count = other.CreateCommand();
        count.CommandText = "SELECT count(*) FROM events";
        for (var events = 1L; events <= 300; events++)
        {
            await under.Durable.AcceptAsync(InboxUnderTest.Event());
            Assert.Equal(events, count.ExecuteScalar());
        }
    }

    [Fact]
    public async Task The_body_of_a_completed_event_is_not_kept()
    {
        await using var under = new SqliteInboxUnderTest();
        await under.Durable.CompleteAsync(await under.ClaimAsync(InboxUnderTest.Event()));
        Assert.Equal(0L, Ask(under.File, "SELECT sum(length(body)) FROM events"));
    }

    [Fact]
    public async Task Sweeping_forgets_more_than_a_batch()
    {
        await using var under = new SqliteInboxUnderTest();
        await Task.WhenAll(Enumerable.Range(0, 1_200).Select(async number => await under.Durable.CompleteAsync(await under.ClaimAsync(InboxUnderTest.Event($"ord_{number}", 1)))));
        await under.PassAsync(TimeSpan.FromHours(73));
        Assert.Equal(1_200, await under.Durable.SweepAsync());
        Assert.Equal(0L, Ask(under.File, "SELECT (SELECT count(*) FROM events) + (SELECT count(*) FROM positions)"));
    }

    [Fact]
    public void Another_file_is_refused_by_one_clear_error_and_left_as_it_is()
    {
        using var folder = new Folder();
        File.WriteAllText(folder.Of("text.db"), new string('x', 5_000));
        AssertRefused(folder.Of("text.db"), "no SQLite database");
        Assert.Equal(new string('x', 5_000), File.ReadAllText(folder.Of("text.db")));

        Ask(folder.Of("shop.db"), "CREATE TABLE orders (id INTEGER); SELECT 1");
        var before = File.ReadAllBytes(folder.Of("shop.db"));
        AssertRefused(folder.Of("shop.db"), "of something else");
        Assert.Equal(before, File.ReadAllBytes(folder.Of("shop.db")));

        Ask(folder.Of("newer.db"), "PRAGMA application_id = 1348823922; PRAGMA user_version = 99; SELECT 1");
        AssertRefused(folder.Of("newer.db"), "version 99");
        AssertRefused(folder.Of("no/folder.db"), "cannot be opened");
    }

    [Fact]
    public async Task A_damaged_file_gives_one_clear_error()
    {
        using var folder = new Folder();
        await using (var inbox = new SqliteWebhookInbox(folder.Of("inbox.db")))
        {
            for (var number = 0; number < 200; number++) await inbox.AcceptAsync(InboxUnderTest.Event());
        }

        using (var file = File.OpenWrite(folder.Of("inbox.db")))
        {
            file.Position = 4_096;
            file.Write(new byte[(int)file.Length - 4_096]);
        }

        var failure = await Assert.ThrowsAsync<PeekerInboxException>(async () =>
        {
            await using var inbox = new SqliteWebhookInbox(folder.Of("inbox.db"));
            await inbox.AcceptAsync(InboxUnderTest.Event());
        });
        Assert.False(failure.IsTransient);
        Assert.Contains("damaged", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_to_wait_too_long_for_another_process_is_told_and_the_inbox_goes_on()
    {
        await using var under = new SqliteInboxUnderTest();
        await using var impatient = new SqliteWebhookInbox(under.File, new() { BusyTimeout = TimeSpan.FromSeconds(1) });
        using (var other = Connect(under.File))
        {
            other.Open();
            using var transaction = other.BeginTransaction(deferred: false);
            var failure = await Assert.ThrowsAsync<PeekerInboxException>(async () => await impatient.AcceptAsync(InboxUnderTest.Event()));
            Assert.True(failure.IsTransient);
        }

        Assert.True(await impatient.AcceptAsync(InboxUnderTest.Event()));
    }

    [Theory]
    [InlineData(":memory:")]
    [InlineData("file:x?mode=memory")]
    [InlineData(" ")]
    public void Only_a_file_is_durable(string file) => Assert.Equal("file", Assert.Throws<ArgumentException>(() => new SqliteWebhookInbox(file)).ParamName);

    [Fact]
    public async Task Only_its_owner_may_read_the_file()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var under = new SqliteInboxUnderTest();
        await under.Durable.AcceptAsync(InboxUnderTest.Event());
        foreach (var file in (string[])[under.File, under.File + "-wal"]) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    private static void AssertRefused(string file, string reason)
    {
        var failure = Assert.Throws<PeekerInboxException>(() => new SqliteWebhookInbox(file));
        Assert.False(failure.IsTransient);
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private static object? Ask(string file, string text)
    {
        using var connection = Connect(file);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Connect(string file) => new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peeker-inbox-");

        public string Of(string name) => Path.Combine(_folder.FullName, name);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
