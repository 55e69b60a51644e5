using Microsoft.Extensions.Time.Testing;
using Peeker.Sqlite;

namespace Peeker.Inbox.Tests;

internal sealed class SqliteInboxUnderTest : InboxUnderTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peeker-inbox-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 8, 12, 0, 0, TimeSpan.Zero));
    private readonly List<SqliteWebhookInbox> _opened = [];

    public SqliteInboxUnderTest() => Inbox = Open();

    public string File => Path.Combine(_folder.FullName, "inbox.db");

    public override IWebhookInbox Inbox { get; }

    /// <summary>One more on the same file, as another process would.</summary>
    public SqliteWebhookInbox Open()
    {
        var inbox = new SqliteWebhookInbox(File, new() { Time = _time });
        _opened.Add(inbox);
        return inbox;
    }

    public override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var inbox in _opened) await inbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
