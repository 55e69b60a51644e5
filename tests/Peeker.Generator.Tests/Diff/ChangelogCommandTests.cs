namespace Peeker.Generator.Tests.Diff;

public sealed class ChangelogCommandTests
{
    [Fact]
    public void An_edited_specification_is_in_the_changelog_with_one_command()
    {
        using var checkout = new Checkout();
        checkout.Replace("maxItems: 50", "maxItems: 60");
        var call = new Call();
        Assert.Equal(0, call.Run("changelog", "--spec", checkout.Specification, "--changelog", checkout.Changelog));
        const string expected = "# Changelog\n\n## Unreleased\n\n### Added\n\n- By hand.\n\n### Changed\n\n- `AvailabilityRequest.Domains`: its greatest number of items is `60`; it was `50`.\n";
        Assert.Equal(expected, File.ReadAllText(checkout.Changelog));
        Assert.Contains("Step of the version: patch, before 1.0.", call.Output, StringComparison.Ordinal);
        Assert.Contains("against HEAD", call.Error, StringComparison.Ordinal);

        // Again, and once it is committed, nothing is added and nothing lost.
        Assert.Equal(0, new Call().Run("changelog", "--spec", checkout.Specification, "--changelog", checkout.Changelog));
        checkout.Commit();
        Assert.Equal(0, new Call().Run("changelog", "--spec", checkout.Specification, "--changelog", checkout.Changelog));
        Assert.Equal(expected, File.ReadAllText(checkout.Changelog));
    }

    [Fact]
    public void An_entry_that_no_longer_follows_goes_and_what_was_written_by_hand_stays()
    {
        using var checkout = new Checkout();
        File.AppendAllText(checkout.Changelog, "- `Peeker`: by hand, too.\n");
        var before = File.ReadAllText(checkout.Changelog);
        string Run()
        {
            Assert.Equal(0, new Call().Run("changelog", "--spec", checkout.Specification, "--changelog", checkout.Changelog));
            return File.ReadAllText(checkout.Changelog);
        }

        checkout.Replace("maxItems: 50", "maxItems: 60");
        checkout.Replace("Returns one bundle.", "Returns a bundle.");
        Assert.Contains("Wording of `Bundles.GetAsync`", Run(), StringComparison.Ordinal);
        checkout.Replace("maxItems: 60", "maxItems: 70");
        checkout.Replace("Returns a bundle.", "Returns one bundle.");
        Assert.Equal(before + "\n### Changed\n\n- `AvailabilityRequest.Domains`: its greatest number of items is `70`; it was `50`.\n", Run());
        checkout.Replace("maxItems: 70", "maxItems: 50");
        Assert.Equal(before, Run());

        // One step after another: the first is committed, so both are true.
        checkout.Replace("maxItems: 50", "maxItems: 60");
        Run();
        checkout.Commit();
        checkout.Replace("maxItems: 60", "maxItems: 70");
        Assert.Contains("- `AvailabilityRequest.Domains`: its greatest number of items is `60`; it was `50`.\n- `AvailabilityRequest.Domains`: its greatest number of items is `70`; it was `60`.\n", Run(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_is_none_is_refused()
    {
        var call = new Call();
        Assert.Equal(2, call.Run("changelog", "--current", "abc"));
        Assert.Contains("abc is no version, such as 0.3.1.", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_tag_is_what_it_is_held_against()
    {
        using var checkout = new Checkout();
        checkout.Git("tag", "1.2.0");
        checkout.Replace("          maxItems: 25\n", "", "    ForwardingRequest:");
        checkout.Commit();
        checkout.Replace("maxItems: 50", "maxItems: 60");
        var call = new Call();
        Assert.Equal(0, call.Run("changelog", "--spec", checkout.Specification, "--changelog", checkout.Changelog));
        Assert.Contains("against 1.2.0", call.Error, StringComparison.Ordinal);
        Assert.Contains("1 breaking, 1 additive", call.Output, StringComparison.Ordinal);
        Assert.Contains("Step of the version: major.", call.Output, StringComparison.Ordinal);
        var head = new Call();
        Assert.Equal(0, head.Run("changelog", "--spec", checkout.Specification, "--changelog", checkout.Changelog, "--base", "HEAD"));
        Assert.Contains("0 breaking, 1 additive", head.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_that_is_not_there_is_named()
    {
        using var checkout = new Checkout();
        var call = new Call();
        Assert.Equal(2, call.Run("changelog", "--spec", checkout.Specification, "--changelog", checkout.Changelog, "--base", "no-such-revision"));
        Assert.Contains("at no-such-revision cannot be read from git", call.Error, StringComparison.Ordinal);
    }
}
