namespace Peeker.Sandbox.Tests.Docs;

/// <summary>Each row of the table of magic inputs: what it promises is seen with its fragment, and not without.</summary>
public sealed class MagicTableTests
{
    public static TheoryData<string, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string, string>();
            foreach (var row in GuidePage.Table("Magic inputs"))
            {
                foreach (var outcome in GuidePage.Code(row[2])) rows.Add(row[0], GuidePage.Code(row[1]).Single(), outcome);
            }

            return rows;
        }
    }

    [Fact]
    public void The_table_has_every_fragment_of_the_code()
    {
        string[] files = ["Domains/MagicName.cs", "Domains/MagicTarget.cs", "Users/MagicEmail.cs"];
        var code = files.SelectMany(file => System.Text.RegularExpressions.Regex.Matches(
            File.ReadAllText(Path.Combine(RepositoryFolder.Path, "src/Peeker.Sandbox", file)), "(?:Has\\(\\w+, |Contains\\()\"([a-z-]+)\"").Select(found => found.Groups[1].Value));
        Assert.Equal(code.Distinct().Order(), GuidePage.Table("Magic inputs").Select(row => GuidePage.Code(row[1]).Single()).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_row_is_true(string place, string fragment, string outcome)
    {
        Assert.Contains(outcome, await Seen(place, fragment));
        Assert.DoesNotContain(outcome, await Seen(place, "plain"));
    }

    private static async Task<IReadOnlySet<string>> Seen(string place, string fragment)
    {
        await using var world = new MagicWorld();
        switch (place)
        {
            case "domain name": await world.UseName($"acme-{fragment}.com"); break;
            case "customer's e-mail": await world.Order($"alex-{fragment}@acme.com", null, "acme-mail.com"); break;
            case "profile picture": await world.UsePicture($"https://{fragment}.example/alex.png"); break;
            case "forwarding target": await world.Forward("acme-mail.com", $"https://{fragment}.example"); break;
            default: Assert.Fail($"The table has a place that no test knows: {place}"); break;
        }

        return world.Seen;
    }
}
