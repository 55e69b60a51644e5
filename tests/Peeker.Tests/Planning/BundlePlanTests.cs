namespace Peeker.Tests.Planning;

public class BundlePlanTests
{
    [Theory]
    // The two documented results.
    [InlineData(25_000, null, false, 2, 15, 4)]
    [InlineData(100_000, 70, false, 2, 80, 10)]
    // One share of everything.
    [InlineData(25_000, 100, false, 2, 29, 0)]
    [InlineData(25_000, 0, false, 2, 0, 8)]
    // Weekends, three inboxes, one e-mail.
    [InlineData(25_000, 50, true, 2, 11, 3)]
    [InlineData(25_000, 50, false, 3, 10, 4)]
    [InlineData(25_000, 50, true, 3, 7, 3)]
    [InlineData(1, 50, false, 2, 1, 1)]
    [InlineData(1, 100, false, 2, 1, 0)]
    [InlineData(1, 1, false, 2, 1, 1)]
    // To the e-mail: what 10 domains carry, and one more.
    [InlineData(8_800, 100, false, 2, 10, 0)]
    [InlineData(8_801, 100, false, 2, 11, 0)]
    [InlineData(33_000, 0, false, 2, 0, 10)]
    [InlineData(33_001, 0, false, 2, 0, 11)]
    [InlineData(int.MaxValue, 50, false, 2, 1_220_162, 325_377)]
    [InlineData(int.MaxValue, 100, true, 3, 1_193_047, 0)]
    public void A_volume_needs_so_many_domains(long volume, int? google, bool weekends, int inboxes, long googleDomains, long microsoftDomains)
    {
        var plan = BundlePlan.For(volume, Options(google, weekends, inboxes));
        Assert.Equal((googleDomains, microsoftDomains), (plan.GoogleDomains, plan.MicrosoftDomains));
        Assert.Equal((googleDomains + microsoftDomains, googleDomains * inboxes, microsoftDomains), (plan.TotalDomains, plan.GoogleLicenses, plan.MicrosoftLicenses));
        Assert.Equal((google ?? 50, 100 - (google ?? 50)), (plan.GooglePercent, plan.MicrosoftPercent));
        Assert.Equal((volume, weekends, inboxes, weekends ? 30 : 22), (plan.MonthlySendingVolume, plan.SendOnWeekends, plan.GoogleInboxesPerDomain, plan.SendingDays));
    }

    [Fact]
    public void Sends_a_day_are_rounded_up_and_the_domains_can_send_them()
    {
        var plan = BundlePlan.For(25_000);
        Assert.Equal((1_137, (15 * 40) + (4 * 150)), (plan.SendsPerDay, plan.CapacityPerDay));
        Assert.Equal((1, 22), (BundlePlan.For(22).SendsPerDay, BundlePlan.For(22).SendingDays));
        Assert.Equal(2, BundlePlan.For(23).SendsPerDay);
    }

    [Fact]
    public void A_capacity_of_Microsoft_of_ones_own_is_used() =>
        Assert.Equal(3, BundlePlan.For(25_000, new() { MicrosoftSendsPerDomain = 250 }).MicrosoftDomains);

    [Theory]
    [InlineData(15, 4, null, false, 2, 26_400)]
    [InlineData(14, 4, null, false, 2, 24_640)]
    [InlineData(80, 10, 70, false, 2, 100_571)]
    [InlineData(10, 0, 100, false, 2, 8_800)]
    [InlineData(10, 0, null, false, 2, 0)]
    [InlineData(0, 0, null, false, 2, 0)]
    [InlineData(10, 10, null, true, 3, 36_000)]
    public void A_set_of_domains_carries_a_volume(int google, int microsoft, int? percent, bool weekends, int inboxes, long volume) =>
        Assert.Equal(volume, BundlePlan.VolumeOf(google, microsoft, Options(percent, weekends, inboxes)));

    [Fact]
    public void What_domains_carry_needs_no_more_of_them_and_one_more_email_does()
    {
        var random = new Random(20260508);
        for (var round = 0; round < 10_000; round++)
        {
            var options = Options(random.Next(0, 101), random.Next(2) == 0, random.Next(2, 4));
            var (google, microsoft) = (random.Next(0, 500), random.Next(0, 500));
            var volume = BundlePlan.VolumeOf(google, microsoft, options);
            if (volume > 0) Assert.True(BundlePlan.For(volume, options) is var fits && fits.GoogleDomains <= google && fits.MicrosoftDomains <= microsoft);
            Assert.True(BundlePlan.For(volume + 1, options) is var beyond && (beyond.GoogleDomains > google || beyond.MicrosoftDomains > microsoft));
        }
    }

    [Theory]
    [InlineData(60, 30, "google_percent", "they make 90")]
    [InlineData(null, 30, "google_percent", "missing")]
    [InlineData(30, null, "microsoft_percent", "missing")]
    [InlineData(101, -1, "google_percent", "0 to 100")]
    [InlineData(-1, 101, "google_percent", "0 to 100")]
    [InlineData(0, 101, "microsoft_percent", "0 to 100")]
    [InlineData(100, -1, "microsoft_percent", "0 to 100")]
    public void Shares_that_make_no_whole_are_named(int? google, int? microsoft, string member, string says)
    {
        var thrown = Assert.Throws<ArgumentException>(() => BundlePlan.For(1_000, new() { GooglePercent = google, MicrosoftPercent = microsoft }));
        Assert.StartsWith(member, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => BundlePlan.VolumeOf(1, 1, new() { GooglePercent = google, MicrosoftPercent = microsoft }));
    }

    [Fact]
    public void What_is_out_of_range_is_named()
    {
        Assert.Contains("monthly_sending_volume", Assert.ThrowsAny<ArgumentException>(() => BundlePlan.For(0)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => BundlePlan.For(long.MinValue));
        Assert.Contains("google_inboxes_per_domain", Assert.Throws<ArgumentException>(() => BundlePlan.For(1, Options(null, false, 1))).Message, StringComparison.Ordinal);
        Assert.Contains("google_inboxes_per_domain", Assert.Throws<ArgumentException>(() => BundlePlan.For(1, Options(null, false, 4))).Message, StringComparison.Ordinal);
        Assert.Contains("MicrosoftSendsPerDomain", Assert.Throws<ArgumentException>(() => BundlePlan.For(1, new() { MicrosoftSendsPerDomain = 0 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => BundlePlan.VolumeOf(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => BundlePlan.VolumeOf(0, -1));
        Assert.Throws<ArgumentNullException>(() => BundlePlan.For(null!));
        Assert.Equal(1, BundlePlan.For(1_000, new() { MicrosoftSendsPerDomain = 1_000 }).MicrosoftDomains);
        Assert.Equal(23, BundlePlan.For(1_000, new() { MicrosoftSendsPerDomain = 1 }).MicrosoftDomains);
        Assert.StartsWith("google_inboxes_per_domain must be 2 to 3.", Assert.Throws<ArgumentException>(() => BundlePlan.For(1, Options(null, false, 1))).Message, StringComparison.Ordinal);
        Assert.StartsWith("MicrosoftSendsPerDomain must be at least 1.", Assert.Throws<ArgumentException>(() => BundlePlan.For(1, new() { MicrosoftSendsPerDomain = 0 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_volume_does_not_overflow()
    {
        var plan = BundlePlan.For(1_000_000_000_000_000, Options(50, false, 2));
        Assert.Equal((568_181_818_182, 151_515_151_516), (plan.GoogleDomains, plan.MicrosoftDomains));
        Assert.All(
            [Options(100, false, 3), Options(0, true, 2), new BundlePlanOptions { GooglePercent = 0, MicrosoftPercent = 100, MicrosoftSendsPerDomain = int.MaxValue }],
            options => Assert.True(BundlePlan.For(long.MaxValue, options) is var most
                && (Int128)most.CapacityPerDay * most.SendingDays >= long.MaxValue && most.SendsPerDay > 0 && most.TotalDomains > 0 && most.GoogleLicenses >= 0));
        Assert.Equal(3_865_470_564_600, BundlePlan.VolumeOf(int.MaxValue, int.MaxValue, Options(100, true, 3)));
    }

    [Fact]
    public void A_bundle_to_be_created_is_planned_by_its_own_settings()
    {
        var plan = BundlePlan.For(new BundleCreate { Name = "n", MonthlySendingVolume = 100_000, GooglePercent = 70, MicrosoftPercent = 30, SendOnWeekends = true, GoogleInboxesPerDomain = 3 });
        Assert.Equal((70, 30, true, 3), (plan.GooglePercent, plan.MicrosoftPercent, plan.SendOnWeekends, plan.GoogleInboxesPerDomain));
        Assert.Equal((15, 4), (BundlePlan.For(new BundleCreate { Name = "n", MonthlySendingVolume = 25_000 }) is var plain ? plain.GoogleDomains : 0, plain.MicrosoftDomains));
    }

    [Fact]
    public void A_figure_that_the_API_gives_and_the_plan_does_not_is_reported()
    {
        var plan = BundlePlan.For(25_000);
        Assert.Empty(plan.CompareWith(Returned(25_000, 50, 50, 2, 15, 4, 19)));
        Assert.Equal(
            ["required_domains.microsoft: planned 4, returned 3", "required_domains.total: planned 19, returned 18"],
            plan.CompareWith(Returned(25_000, 50, 50, 2, 15, 3, 18)).Select(difference => difference.ToString()));
        Assert.Equal(
            ["monthly_sending_volume", "effective.google_percent", "effective.microsoft_percent", "google_inboxes_per_domain", "required_domains.google"],
            plan.CompareWith(Returned(25_001, 60, 40, 3, 16, 4, 19)).Select(difference => difference.Member));
        Assert.Equal((4, 3), plan.CompareWith(Returned(25_000, 50, 50, 2, 15, 3, 19)).Select(difference => (difference.Planned, difference.Returned)).Single());
        Assert.Equal(
            ["send_on_weekends: planned 30, returned 22"],
            BundlePlan.For(25_000, new() { SendOnWeekends = true }).CompareWith(Returned(25_000, 50, 50, 2, 11, 3, 14)).Select(difference => difference.ToString()));
        var weekends = System.Text.Json.JsonSerializer.Deserialize<Bundle>(System.Text.Json.JsonSerializer.Serialize(Returned(25_000, 50, 50, 2, 15, 4, 19)).Replace("\"send_on_weekends\":false", "\"send_on_weekends\":true", StringComparison.Ordinal))!;
        Assert.Equal(["send_on_weekends: planned 22, returned 30"], plan.CompareWith(weekends).Select(difference => difference.ToString()));
        Assert.Throws<ArgumentNullException>(() => plan.CompareWith(null!));
    }

    private static BundlePlanOptions Options(int? google, bool weekends, int inboxes) =>
        new() { GooglePercent = google, MicrosoftPercent = 100 - google, SendOnWeekends = weekends, GoogleInboxesPerDomain = inboxes };

    private static Bundle Returned(long volume, int googlePercent, int microsoftPercent, int inboxes, int google, int microsoft, int total) => new()
    {
        Id = "bun_1",
        Name = "n",
        MonthlySendingVolume = volume,
        GooglePercent = null,
        MicrosoftPercent = null,
        Effective = new() { GooglePercent = googlePercent, MicrosoftPercent = microsoftPercent },
        SendOnWeekends = false,
        GoogleInboxesPerDomain = inboxes,
        RequiredDomains = new() { Google = google, Microsoft = microsoft, Total = total },
        Status = BundleStatus.Active,
        CreatedAt = DateTimeOffset.UnixEpoch,
    };
}
