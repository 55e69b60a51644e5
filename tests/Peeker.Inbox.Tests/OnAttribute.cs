using System.Reflection;
using Peeker.Redis.Tests;
using Xunit.Sdk;

namespace Peeker.Inbox.Tests;

/// <summary>Runs a test of the contract on one kind of inbox.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
[DataDiscoverer("Xunit.Sdk.DataDiscoverer", "xunit.core")]
internal class OnAttribute(string kind) : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[kind]];
}

internal sealed class OnMemoryAttribute() : OnAttribute("memory");

internal sealed class OnSqliteAttribute() : OnAttribute("sqlite");

/// <summary>Where redis-server is not installed the test skips; on CI it runs, and fails for the want of it.</summary>
internal sealed class OnRedisAttribute : OnAttribute
{
    public OnRedisAttribute()
        : base("redis") => Skip = new RedisFactAttribute().Skip;
}
