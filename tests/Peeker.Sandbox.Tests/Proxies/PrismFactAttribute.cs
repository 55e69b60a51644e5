namespace Peeker.Sandbox.Tests.Proxies;

/// <summary>A test that needs Prism. Where it is not installed the test skips; on CI it runs, and fails for the want of it.</summary>
internal sealed class PrismFactAttribute : FactAttribute
{
    public PrismFactAttribute()
    {
        if (Prism.Command is null && Environment.GetEnvironmentVariable("CI") is null)
            Skip = $"needs Prism: npm install @stoplight/prism-cli, and its program's path in {Prism.Variable}";
    }
}
