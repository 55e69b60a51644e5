using Peeker.Generator.Diff;

namespace Peeker.Generator.Tests.Diff;

public sealed class ChangelogTests
{
    private static readonly Change[] Changes =
    [
        new(ChangeClass.Breaking, "Removed", "Bundle.Price", "the member is gone", 1),
        new(ChangeClass.Additive, "Added", "Bundle.Weekends", "a member of the type `bool`", 2),
        new(ChangeClass.Wording, "Changed", "Bundle.Name", "another wording or example", 3),
    ];

    private const string Before = "# Changelog\n\n## Unreleased\n\n### Added\n\n- By hand.\n\n### Fixed\n\n- A fault.\n\n## 0.1.0\n\n### Removed\n\n- Old.\n";

    private const string After =
        "# Changelog\n\n## Unreleased\n\n### Added\n\n- By hand.\n- `Bundle.Weekends`: a member of the type `bool`.\n\n### Changed\n\n- Wording of `Bundle.Name`.\n\n" +
        "### Removed\n\n- **Breaking:** `Bundle.Price`: the member is gone.\n\n### Fixed\n\n- A fault.\n\n## 0.1.0\n\n### Removed\n\n- Old.\n";

    [Fact]
    public void The_entry_comes_under_Unreleased_in_the_order_of_the_form() => Assert.Equal(After, Changelog.Write(Before, Changes));

    [Fact]
    public void A_second_time_changes_nothing() => Assert.Equal(After, Changelog.Write(After, Changes));

    [Fact]
    public void An_entry_that_was_wrapped_is_the_same_entry()
    {
        var wrapped = After.Replace("- `Bundle.Weekends`: a member of", "- `Bundle.Weekends`: a member\n  of", StringComparison.Ordinal);
        Assert.Equal(wrapped, Changelog.Write(wrapped, Changes));
    }

    [Fact]
    public void Wording_is_one_entry_that_grows() => Assert.Equal(
        After.Replace("of `Bundle.Name`.", "of `Bundle.Id`, `Bundle.Name`.", StringComparison.Ordinal),
        Changelog.Write(After, [new(ChangeClass.Wording, "Changed", "Bundle.Id", "another wording or example", 3)]));

    [Theory]
    [InlineData("", "## Unreleased\n\n### Added\n\n- `A`: new.\n")]
    [InlineData("# Changelog\n\n## 0.1.0\n\n- Old.\n", "# Changelog\n\n## Unreleased\n\n### Added\n\n- `A`: new.\n\n## 0.1.0\n\n- Old.\n")]
    [InlineData("# Changelog\n\n## [Unreleased]\n", "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- `A`: new.\n")]
    [InlineData("## Unreleased\r\n\r\n### Added\r\n", "## Unreleased\r\n\r\n### Added\r\n\r\n- `A`: new.\r\n")]
    public void What_is_missing_is_opened(string before, string after) => Assert.Equal(after, Changelog.Write(before, [new(ChangeClass.Additive, "Added", "A", "new", 1)]));

    [Fact]
    public void Where_nothing_is_known_of_before_an_entry_of_the_same_place_is_replaced()
    {
        var first = Changelog.Write(Before, [new(ChangeClass.Additive, "Changed", "A", "its default is `1`; it was `0`", 1)]);
        Assert.Equal(first.Replace("`1`", "`2`", StringComparison.Ordinal), Changelog.Write(first, [new(ChangeClass.Additive, "Changed", "A", "its default is `2`; it was `0`", 1)]));
        Assert.Contains("it was `0`.\n- `A`: its default is `2`; it was `1`.", Changelog.Write(first, [new(ChangeClass.Additive, "Changed", "A", "its default is `2`; it was `1`", 1)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_new_leaves_every_byte() => Assert.Equal("# Changelog\n\n\n", Changelog.Write("# Changelog\n\n\n", []));
}
