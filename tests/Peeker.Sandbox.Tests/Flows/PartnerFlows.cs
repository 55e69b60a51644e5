namespace Peeker.Sandbox.Tests.Flows;

/// <summary>Valid flows of a partner, written against the SDK. Together they call every operation; nothing in them is refused.</summary>
internal sealed class PartnerFlows(PeekerClient peeker, PeekerSandbox sandbox)
{
    private static readonly OrderSequencer Sequencer = new()
    {
        Provider = SequencerProvider.Smartlead,
        ClientId = 366903,
        LoginEmail = "peeker@yourcompany.com",
        LoginPassword = "let-me-in",
    };

    private static readonly Persona[] Personas =
    [
        new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = "" },
        new() { FirstName = "Sam", LastName = "Lee", ProfilePictureUrl = null },
    ];

    public static IReadOnlyDictionary<string, Func<PartnerFlows, Task>> All { get; } = new Dictionary<string, Func<PartnerFlows, Task>>
    {
        ["bundles"] = flows => flows.Bundles(),
        ["users"] = flows => flows.Users(),
        ["imports"] = flows => flows.Imports(),
        ["forwarding"] = flows => flows.Forwarding(),
        ["bundle order"] = flows => flows.BundleOrder(),
        ["custom order and cancellation"] = flows => flows.CustomOrder(),
        ["pending actions"] = flows => flows.PendingActions(),
        ["swaps"] = flows => flows.Swaps(),
    };

    private Task Pass(TimeSpan time) => sandbox.Clock.AdvanceAsync(time);

    private async Task Bundles()
    {
        Assert.Equal(PermissionPreset.Full, (await peeker.Me.GetAsync()).ApiKey.PermissionPreset);
        var made = new List<string>();
        for (var number = 0; number < 5; number++)
            made.Add((await peeker.Bundles.CreateAsync(new() { Name = $"Bundle {number}", MonthlySendingVolume = 25_000 + number, SendOnWeekends = number % 2 == 0 })).Id);
        var split = await peeker.Bundles.UpdateAsync(made[0], new() { GooglePercent = 70, MicrosoftPercent = 30, GoogleInboxesPerDomain = 3 });
        Assert.Equal(30, split.Effective.MicrosoftPercent);
        Assert.Null((await peeker.Bundles.UpdateAsync(made[0], new() { GooglePercent = null, MicrosoftPercent = null })).GooglePercent);
        Assert.Equal("Bundle 3", (await peeker.Bundles.GetAsync(made[3])).Name);
        Assert.Equal(made.AsEnumerable().Reverse(), await Ids(peeker.Bundles.ListAsync(new() { PerPage = 2, Status = BundleStatusFilter.Active }), bundle => bundle.Id));
        Assert.Equal(BundleStatus.Deleted, (await peeker.Bundles.DeleteAsync(made[4])).Status);
    }

    private async Task Users()
    {
        var user = await peeker.Users.CreateAsync(new() { Email = "kim@acme.com", FirstName = "Kim", Sequencer = new() { Provider = SequencerProvider.Smartlead, ClientId = 7 } });
        Assert.Equal("Kim", (await peeker.Users.GetAsync(user.Id)).FirstName);
        Assert.Equal("Park", (await peeker.Users.UpdateAsync(user.Id, new() { LastName = "Park", Sequencer = new() { Provider = SequencerProvider.Smartlead, ClientId = null } })).LastName);
        Assert.Equal([user.Id], await Ids(peeker.Users.ListAsync(new() { Email = "kim@acme.com", Status = UserStatus.Active }), row => row.Id));
        Assert.Equal(UserStatus.Deleted, (await peeker.Users.DeleteAsync(user.Id)).Status);
    }

    private async Task Imports()
    {
        var job = await peeker.Domains.ImportAsync(new() { Domains = ["owned-one.com", "import-fails.com"] });
        Assert.Equal(["owned-one.com"], job.NameserverGroups!.Single().Domains);
        Assert.Equal(job.Id, (await peeker.Domains.GetImportAsync(job.Id)).Id);
        Assert.Equal(job.Id, (await peeker.Domains.FindImportAsync(["owned-one.com", "import-fails.com"])).Id);
        var started = await peeker.Domains.StartImportJobAsync(new() { Domains = ["owned-two.com", "import-waits.com"] });
        Assert.Equal(ImportStatus.InProgress, started.Status);
        await Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(ImportStatus.ActionRequired, (await peeker.Domains.GetImportJobAsync(started.Id)).Status);
        await Pass(TimeSpan.FromHours(2));
        Assert.Equal(ImportStatus.Completed, (await peeker.Domains.GetImportJobAsync(started.Id)).Status);
        Assert.Contains("import-waits.com", await Ids(peeker.Domains.ListAsync(new() { Category = DomainCategory.Inventory, UsableFor = MailProvider.Microsoft, Status = DomainStatus.Available }), row => row.Name));
    }

    private async Task Forwarding()
    {
        await peeker.Domains.ImportAsync(new() { Domains = ["send-on.com", "forward-fails.com"] });
        var job = await peeker.Domains.SetForwardingAsync(new() { Domains = ["send-on.com", "forward-fails.com"], ForwardingUrl = "https://acme.com/welcome" });
        await Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(ForwardingStatus.PartialSuccess, (await peeker.Domains.GetForwardingAsync(job.Id)).Status);
    }

    private async Task BundleOrder()
    {
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Small", MonthlySendingVolume = 1000 });
        var rows = await peeker.Domains.CheckAvailabilityAsync(new() { Domains = ["acme-mail.com", "team-acme.com", "acme-taken.com"] });
        var order = await peeker.Orders.CreateAsync(new BundleOrder
        {
            User = "alex@acme.com",
            BundleId = bundle.Id,
            Sequencer = Sequencer,
            ForwardingUrl = "https://acme.com",
            Domains = [.. rows.Domains.Where(row => row.Available).Select(row => new OrderDomain(row.Domain))],
            Personas = Personas,
        });
        Assert.Equal(2, order.DomainCount);
        await Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(OrderStatus.Completed, (await peeker.Orders.GetAsync(order.Id)).Status);
        Assert.Equal([order.Id], await Ids(peeker.Orders.ListAsync(new() { UserEmail = "alex@acme.com", BundleId = bundle.Id, Status = OrderStatus.Completed }), row => row.Id));
        Assert.Equal(BundleStatus.Archived, (await peeker.Bundles.DeleteAsync(bundle.Id)).Status);
    }

    private async Task CustomOrder()
    {
        var order = await Order("casey@acme.com", 4, 1, Personas, "first-acme.com", "second-acme.com", "third-acme.com");
        var some = await peeker.Orders.CancelAsync(order.Id, new() { Domains = ["first-acme.com"] });
        Assert.Equal("first-acme.com", Assert.Single(some.Domains).Domain);
        Assert.Equal(3, (await peeker.Orders.CancelAsync(order.Id)).Domains.Count);
        await Pass(TimeSpan.FromDays(31));
        Assert.Equal(OrderStatus.Cancelled, (await peeker.Orders.GetAsync(order.Id)).Status);
    }

    private async Task PendingActions()
    {
        Persona[] people = [.. Personas, new() { FirstName = "Kit", LastName = "Moe", ProfilePictureUrl = "https://unreachable.example/kit.jpg" }];
        var order = await Order("pat@acme.com", 2, 0, people, "stopped-acme.com");
        Assert.Equal(OrderStatus.ActionRequired, (await peeker.Orders.GetAsync(order.Id)).Status);
        var action = Assert.Single(await Ids(peeker.Orders.ListPendingActionsAsync(new() { OrderId = order.Id, User = "pat@acme.com" }), row => row));
        Assert.Equal(PendingActionReason.ProfilePictureNotAccessible, action.Reason);
        Assert.True(sandbox.ResolvePendingAction(action.Id));
        await Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(OrderStatus.Completed, (await peeker.Orders.GetAsync(order.Id)).Status);
        Assert.Single(await Ids(peeker.Orders.ListPendingActionsAsync(new() { OrderId = order.Id, Status = PendingActionStatus.Resolved }), row => row.Id));
    }

    private async Task Swaps()
    {
        var order = await Order("robin@acme.com", 2, 5, Personas, [.. Enumerable.Range(1, 6).Select(number => $"swap-{number}.com")]);
        var domains = await Ids(peeker.Domains.ListAsync(new() { UserId = order.UserId, Category = DomainCategory.Connected }), row => row);
        var google = domains.Single(domain => domain.Provider == MailProvider.Google);
        var names = await peeker.Swaps.ChangeUserNamesAsync(new() { DomainId = google.Id, Personas = Personas });
        Assert.Equal(2, names.Swaps.Count);
        await Pass(TimeSpan.FromMinutes(1));
        var standard = await peeker.Swaps.CreateAsync(new() { Type = SwapRequestType.Standard, DomainId = google.Id, ReplacementDomain = "acme-next.com" });
        var premium = await peeker.Swaps.CreateAsync(new() { Type = SwapRequestType.Premium, DomainId = domains.First(domain => domain.Provider == MailProvider.Microsoft).Id, ReplacementDomain = "acme-warm.com" });
        await Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(SwapStatus.Completed, (await peeker.Swaps.GetAsync(standard.Id)).Status);
        Assert.Equal([premium.Id, standard.Id], (await Ids(peeker.Swaps.ListAsync(new() { OrderId = order.Id, UserId = order.UserId, Status = SwapStatus.Completed }), row => row.Id)).Take(2));
    }

    private async Task<OrderReceipt> Order(string email, int google, int microsoft, IReadOnlyList<Persona> personas, params string[] domains)
    {
        var order = await peeker.Orders.CreateAsync(new CustomOrder
        {
            User = email,
            GoogleLicenses = google,
            MicrosoftLicenses = microsoft,
            GoogleInboxesPerDomain = 2,
            Sequencer = Sequencer,
            Domains = [new OrderDomain(new OrderDomainObject { Domain = domains[0], ForwardingUrl = "https://acme.com/try" }), .. domains.Skip(1).Select(name => new OrderDomain(name))],
            Personas = personas,
        });
        await Pass(TimeSpan.FromMinutes(1));
        return order;
    }

    private static async Task<List<TId>> Ids<TRow, TId>(IAsyncEnumerable<TRow> rows, Func<TRow, TId> select)
    {
        var list = new List<TId>();
        await foreach (var row in rows) list.Add(select(row));
        return list;
    }
}
