using Peeker.Redis;
using Peeker.Redis.Tests;
using StackExchange.Redis;

namespace Peeker.Inbox.Tests;

/// <summary>The clock of Redis cannot be moved, so time passes by bringing all that Redis holds nearer to its end.</summary>
internal sealed class RedisInboxUnderTest : InboxUnderTest
{
    private const string Pass = """
        for _, key in ipairs(redis.call('KEYS', 'peeker:inbox:*')) do
          local left = redis.call('PTTL', key) - ARGV[1]
          if left <= 0 then redis.call('DEL', key)
          else
            redis.call('PEXPIRE', key, left)
            if redis.call('TYPE', key).ok == 'hash' and redis.call('HEXISTS', key, 'u') == 1 then
              redis.call('HSET', key, 'u', string.format('%.0f', redis.call('HGET', key, 'u') - ARGV[1] * 1000))
            end
          end
        end
        """;

    private readonly ConnectionMultiplexer _redis;

    private RedisInboxUnderTest(RedisServer server, ConnectionMultiplexer redis) => (Server, _redis, Inbox) = (server, redis, new RedisWebhookInbox(redis));

    public RedisServer Server { get; }

    public IDatabase Database => _redis.GetDatabase();

    public IServer Admin => _redis.GetServers()[0];

    public override IWebhookInbox Inbox { get; }

    public static new async Task<RedisInboxUnderTest> StartAsync(string kind = "redis")
    {
        var server = await RedisServer.StartAsync();
        return new(server, await server.ConnectAsync());
    }

    public override Task PassAsync(TimeSpan time) => Database.ScriptEvaluateAsync(Pass, [], [(long)time.TotalMilliseconds]);

    public override Task<int?> SweepAsync() => Task.FromResult<int?>(null);

    public override async ValueTask DisposeAsync()
    {
        await _redis.DisposeAsync();
        await Server.DisposeAsync();
    }
}
