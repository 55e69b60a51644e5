namespace Peeker.Redis.Tests;

/// <summary>One that takes most of a minute: asked for with the variable, and always run on CI.</summary>
internal sealed class LongRedisFactAttribute : RedisFactAttribute
{
    public const string Variable = "PEEKER_LONG";

    public LongRedisFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null && Environment.GetEnvironmentVariable("CI") is null) Skip ??= $"takes most of a minute: set {Variable}=1";
    }
}
