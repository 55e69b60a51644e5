using System.Globalization;

namespace Peeker.Redis.Tests;

/// <summary>One that takes most of a minute: asked for with the variable, which may say over how many windows, and always run on CI.</summary>
internal sealed class LongRedisFactAttribute : RedisFactAttribute
{
    public const string Variable = "PEEKER_LONG";

    /// <summary>Six, unless the variable asks for another number; 1 means no more than yes.</summary>
    public static int Windows => int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var windows) && windows > 1 ? windows : 6;

    public LongRedisFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(Variable) is null && Environment.GetEnvironmentVariable("CI") is null) Skip ??= $"takes most of a minute: set {Variable}=1";
    }
}
