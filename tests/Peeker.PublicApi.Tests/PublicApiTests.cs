namespace Peeker.PublicApi.Tests;

/// <summary>A change of what callers see is a change of a file in git.</summary>
public class PublicApiTests
{
    public static TheoryData<string> Packages() => ["Peeker", "Peeker.AspNetCore", "Peeker.DependencyInjection", "Peeker.Redis", "Peeker.Sandbox", "Peeker.Sqlite"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void What_callers_see_is_what_was_approved(string package)
    {
        var now = Listing.Of(package);
        var path = Listing.PathOf(package);
        if (Environment.GetEnvironmentVariable(Difference.Variable) == "1") File.WriteAllText(path, now);
        Assert.True(File.Exists(path), $"{path} is missing. {Difference.Variable}=1 dotnet test tests/Peeker.PublicApi.Tests writes it.");
        var problem = Difference.Between(package, File.ReadAllText(path).ReplaceLineEndings("\n"), now);
        Assert.True(problem is null, problem);
    }

    [Fact]
    public void A_member_that_went_away_is_named_and_the_remedy_too()
    {
        var problem = Difference.Between("Peeker", "class Bundle\n{\n    int Volume\n    int Old\n}\n", "class Bundle\n{\n    int Volume\n    int New\n}\n");
        Assert.Contains("  - int Old\n  + int New\n", problem, StringComparison.Ordinal);
        Assert.Contains("breaks callers", problem, StringComparison.Ordinal);
        Assert.Contains("PEEKER_APPROVE_API=1 dotnet test", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_came_breaks_nobody() =>
        Assert.Contains("Nothing that callers use went away", Difference.Between("Peeker", "{\n}\n", "{\n    int New\n}\n"), StringComparison.Ordinal);

    [Fact]
    public void The_same_listing_is_no_difference() => Assert.Null(Difference.Between("Peeker", "{\n}\n", "{\n}\n"));
}
