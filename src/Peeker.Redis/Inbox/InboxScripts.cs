namespace Peeker.Redis;

/// <summary>
/// What the inbox does in Redis, each step whole or not at all, on the clock of Redis. An event is a hash: <c>t</c> the newest token, <c>a</c> the attempts,
/// <c>u</c> until when nobody may claim it, <c>d</c> whether it is completed. A resource is a string: the highest position that was completed.
/// </summary>
internal static class InboxScripts
{
    // Microseconds fit into the numbers of Lua for the next 200 years. A token is never lower than the time: should Redis lose an event
    // that is claimed, the next claim of it still has the higher token.
    private const string Now = """
        local time = redis.call('TIME')
        local now = time[1] * 1000000 + time[2]
        local function whole(number) return string.format('%.0f', number) end

        """;

    /// <summary>Keys: event, resource or none. Arguments: lease and time to keep in milliseconds, position.</summary>
    public const string Claim = Now + """
        local event = redis.call('HMGET', KEYS[1], 't', 'a', 'u', 'd')
        if event[4] then return { 'completed' } end
        if event[3] and tonumber(event[3]) > now then return { 'busy' } end
        local token = whole(math.max(now, (tonumber(event[1]) or 0) + 1))
        local attempt = (tonumber(event[2]) or 0) + 1
        local untilwhen = whole(now + ARGV[1] * 1000)
        redis.call('HSET', KEYS[1], 't', token, 'a', attempt, 'u', untilwhen)
        redis.call('PEXPIRE', KEYS[1], ARGV[1] + ARGV[2])
        local position = KEYS[2] and redis.call('GET', KEYS[2])
        return { 'claimed', token, attempt, untilwhen, position and position > ARGV[3] and 1 or 0 }
        """;

    /// <summary>Keys: event. Arguments: token, lease and time to keep in milliseconds.</summary>
    public const string Renew = Now + """
        local event = redis.call('HMGET', KEYS[1], 't', 'd')
        if event[1] ~= ARGV[1] or event[2] then return 0 end
        redis.call('HSET', KEYS[1], 'u', whole(now + ARGV[2] * 1000))
        redis.call('PEXPIRE', KEYS[1], ARGV[2] + ARGV[3])
        return 1
        """;

    /// <summary>As <see cref="Renew"/>, and the claim is void: its token is used up.</summary>
    public const string Release = Now + """
        local event = redis.call('HMGET', KEYS[1], 't', 'd')
        if event[1] ~= ARGV[1] or event[2] then return 0 end
        redis.call('HSET', KEYS[1], 't', whole(ARGV[1] + 1), 'u', whole(now + ARGV[2] * 1000))
        redis.call('PEXPIRE', KEYS[1], ARGV[2] + ARGV[3])
        return 1
        """;

    /// <summary>
    /// Keys: event, resource or none. Arguments: token, time to keep in milliseconds, position. An event that Redis has lost was taken over by nobody, so it
    /// is completed. A caller that did not hear the answer and asks again hears the same.
    /// </summary>
    public const string Complete = """
        local token = redis.call('HGET', KEYS[1], 't')
        if token and token ~= ARGV[1] then return 0 end
        redis.call('HSET', KEYS[1], 't', ARGV[1], 'd', 1)
        redis.call('HDEL', KEYS[1], 'a', 'u')
        redis.call('PEXPIRE', KEYS[1], ARGV[2])
        if KEYS[2] then
          local position = redis.call('GET', KEYS[2])
          if not position or position < ARGV[3] then position = ARGV[3] end
          redis.call('SET', KEYS[2], position, 'PX', ARGV[2])
        end
        return 1
        """;
}
