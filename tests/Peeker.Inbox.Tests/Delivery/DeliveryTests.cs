using Microsoft.Data.Sqlite;
using Peeker.Redis.Tests;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace Peeker.Inbox.Tests.Delivery;

/// <summary>Events that come twice and out of order, handlers that fail, receivers that are killed.</summary>
[Trait("Category", "Long")]
public sealed class DeliveryTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peeker-delivery-");

    [DeliveryFact]
    public async Task One_receiver_with_a_file_completes_every_event_once()
    {
        var file = Path.Combine(_folder.FullName, "inbox.db");
        var report = await new Experiment("sqlite", file, _folder, DeliveryFactAttribute.Events, Kills, instances: 1, seed: 1).RunAsync(_ => Task.FromResult<IReadOnlySet<string>>(CompletedIn(file)));
        AssertOnceEach(report);
    }

    [RedisDeliveryFact]
    public async Task Two_receivers_with_one_Redis_complete_every_event_once()
    {
        await using var server = await RedisServer.StartAsync();
        await using var redis = await server.ConnectAsync();
        var report = await new Experiment("redis", $"127.0.0.1:{server.Port},abortConnect=false", _folder, DeliveryFactAttribute.Events, Kills, instances: 2, seed: 2)
            .RunAsync(sent => CompletedInAsync(redis.GetDatabase(), sent));
        AssertOnceEach(report);
    }

    /// <summary>What the two above would look like, were the inboxes no good.</summary>
    [DeliveryFact]
    public async Task A_receiver_that_remembers_in_memory_alone_does_events_again()
    {
        var events = Math.Min(2_000, DeliveryFactAttribute.Events);
        var report = await new Experiment("memory", "-", _folder, events, kills: 10, instances: 1, seed: 3)
            .RunAsync(_ => Task.FromResult<IReadOnlySet<string>>(WitnessLine.ReadAll(_folder).Where(line => line.What == "completed").Select(line => line.EventId).ToHashSet()));
        output.WriteLine(report.ToString());
        Assert.False(report.Verdict.IsOnceEach, report.ToString());
        Assert.True(report.Verdict.CompletedTwice > 0 && report.Verdict.Untold > 0, report.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void AssertOnceEach(Report report)
    {
        output.WriteLine(report.ToString());
        Assert.True(report.Verdict.IsOnceEach, report.ToString());
        Assert.Equal(Kills, report.Kills);
        Assert.True(report.Verdict.CutDown > 0 && report.Failed > 0 && report.Extra > 0 && report.Cut > 0, report.ToString());
    }

    private static HashSet<string> CompletedIn(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT event_id FROM events WHERE state = 'completed'";
        using var row = command.ExecuteReader();
        var completed = new HashSet<string>();
        while (row.Read()) completed.Add(row.GetString(0));
        return completed;
    }

    private static async Task<IReadOnlySet<string>> CompletedInAsync(IDatabase redis, IReadOnlyCollection<string> sent)
    {
        var found = await Task.WhenAll(sent.Select(async id => (id, isCompleted: await redis.HashExistsAsync($"peeker:inbox:{{webhooks}}:e:{id}", "d"))));
        return found.Where(one => one.isCompleted).Select(one => one.id).ToHashSet();
    }
}
