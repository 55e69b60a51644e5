namespace Peeker.Redis.Tests;

/// <summary>A test that needs redis-server. Where it is not installed the test skips; on CI it runs, and fails for the want of it.</summary>
internal class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute()
    {
        if (RedisServer.Command is null && Environment.GetEnvironmentVariable("CI") is null) Skip = "needs redis-server: apt-get install redis-server";
    }
}
