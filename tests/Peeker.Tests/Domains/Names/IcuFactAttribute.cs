namespace Peeker.Tests.Domains.Names;

/// <summary>A test that compares with ICU. Without it the test is skipped, or fails where CI is set.</summary>
public sealed class IcuFactAttribute : FactAttribute
{
    public IcuFactAttribute()
    {
        if (!NameTable.HasIcu && Environment.GetEnvironmentVariable("CI") is null) Skip = "needs ICU: apt-get install libicu-dev, and no invariant mode";
    }
}
