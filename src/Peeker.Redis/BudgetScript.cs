using StackExchange.Redis;

namespace Peeker.Redis;

/// <summary>The count in Redis: one script, on the clock of Redis, in microseconds.</summary>
internal sealed class BudgetScript(IConnectionMultiplexer redis, RedisRequestBudgetOptions options)
{
    // permits: a permit, and when it is free again. seen: a process, and when it called last. line: a process that waits, and since when.
    // due: a process that waits, and when it is given up, because it did not come when it had been told to.
    // Whoever takes more than one permit leaves one for every other process in the line, and nobody takes one that a process before it
    // waits for. Whoever got something goes to the end.
    private const string Text = """
        local permits, seen, line, due, began = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
        local process, epoch = ARGV[1], ARGV[2]
        local limit, span, hold, patience = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
        local wanted, first = tonumber(ARGV[7]), tonumber(ARGV[8])
        local returned, held, unused = tonumber(ARGV[9]), tonumber(ARGV[10]), tonumber(ARGV[11])
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local function name(id) return process .. ':' .. string.format('%.0f', id) end

        local current = redis.call('GET', began)
        if not current then
          current = string.format('%.0f', now)
          redis.call('SET', began, current)
        end
        local forget = math.ceil((hold + 3 * span + 60000000) / 1000)
        for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, forget) end
        if epoch ~= '' and epoch ~= current then return { current, 1, 0, 0, 0, 0 } end

        local at = 12
        for _ = 1, returned do
          local free = now - tonumber(ARGV[at + 1]) + span
          redis.call('ZADD', permits, free, name(ARGV[at]))
          at = at + 2
        end
        for _ = 1, held do
          redis.call('ZADD', permits, now + hold + span, name(ARGV[at]))
          at = at + 1
        end
        for _ = 1, unused do
          redis.call('ZREM', permits, name(ARGV[at]))
          at = at + 1
        end

        redis.call('ZREMRANGEBYSCORE', permits, '-inf', now)
        redis.call('ZADD', seen, now, process)
        redis.call('ZREMRANGEBYSCORE', seen, '-inf', now - math.max(span, 3 * patience))
        for _, late in ipairs(redis.call('ZRANGEBYSCORE', due, '-inf', now)) do
          redis.call('ZREM', line, late)
          redis.call('ZREM', due, late)
        end

        local taken = redis.call('ZCARD', permits)
        local rank = redis.call('ZRANK', line, process)
        local others = redis.call('ZCARD', line)
        local ahead = rank or others
        if rank then others = others - 1 end
        local free = limit - taken
        local granted = math.max(0, math.min(wanted, math.max(free - others, math.min(1, free - ahead))))
        for number = 0, granted - 1 do redis.call('ZADD', permits, now + hold + span, name(first + number)) end
        taken = taken + granted
        local wait = 0
        if granted == wanted then
          redis.call('ZREM', line, process)
          redis.call('ZREM', due, process)
        else
          if granted > 0 or not rank then redis.call('ZADD', line, now, process) end
          local place = taken - limit + redis.call('ZRANK', line, process)
          local nextfree = redis.call('ZRANGE', permits, place, place, 'WITHSCORES')
          wait = span
          if nextfree[2] then wait = math.min(wait, tonumber(nextfree[2]) - now) end
          redis.call('ZADD', due, now + math.min(wait, patience) + patience, process)
        end
        for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, forget) end
        return { current, 0, granted, wait, redis.call('ZCARD', seen), math.max(0, limit - taken) }
        """;

    private static readonly string[] Parts = ["permits", "seen", "line", "due", "began"];

    private readonly IDatabase _database = redis.GetDatabase();
    // The braces keep the keys of one budget on one node of a cluster.
    private readonly RedisKey[] _keys = [.. Parts.Select(part => (RedisKey)$"peeker:budget:{{{options.Name}}}:{part}")];

    /// <summary>A waiting process comes back after this at the latest, so that it notices when Redis is gone.</summary>
    public static TimeSpan Patience => TimeSpan.FromSeconds(1);

    public bool CanBeReached => _database.IsConnected(_keys[0]);

    public async Task<BudgetAnswer> AskAsync(BudgetQuestion question)
    {
        var parts = (RedisResult[])(await _database.ScriptEvaluateAsync(Text, _keys, Arguments(question)).ConfigureAwait(false))!;
        return new((string)parts[0]!, (int)parts[1] == 1, (int)parts[2], TimeSpan.FromMicroseconds((double)parts[3]), (int)parts[4], (int)parts[5]);
    }

    private RedisValue[] Arguments(BudgetQuestion question) =>
    [
        options.Process, question.Epoch ?? "", options.Permits, Micros(options.Span), Micros(options.MaxHold), Micros(Patience),
        question.Wanted, question.FirstId, question.Returned.Length, question.Held.Length, question.Unused.Length,
        .. question.Returned.SelectMany(one => new RedisValue[] { one.Id, one.Age }),
        .. question.Held.Select(id => (RedisValue)id),
        .. question.Unused.Select(id => (RedisValue)id),
    ];

    private static long Micros(TimeSpan span) => (long)Math.Ceiling(span.TotalMicroseconds);
}
