using System.Diagnostics;

namespace Peeker.Kill.Tests;

/// <summary>Kills the shop again and again, lets it finish, and compares its books with Peeker's.</summary>
/// <param name="kills">How many times.</param>
/// <param name="atLeast">How many of them must hit each phase. If a phase was missed too often, the killing goes on, to twice the number.</param>
/// <param name="seed">Of everything that is drawn.</param>
/// <param name="bytesAreStored">Whether what was stored is still there after a kill.</param>
internal sealed class Experiment(int kills, int atLeast, int seed, bool bytesAreStored = true)
{
    // More than the shop works on at once, so that every phase can be reached in every life.
    private const int NewOrders = 6;

    // Half of the time before the work, half of the time after it.
    private const double ShareOfDrops = 0.3;

    // Of an answer that a kill is to come before; a sandbox next door answers too fast to be caught.
    private const double SecondsInFlight = 1;

    private readonly Random _chance = new(seed);
    private readonly AimDeck _aims = new(new(seed));
    private readonly List<Kill> _kills = [];

    public async Task<Report> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("peeker-kill");
        try
        {
            var clock = Stopwatch.StartNew();
            var database = new ShopDatabase(Path.Combine(folder.FullName, "shop.db"));
            await using var sandbox = await SandboxProcess.StartAsync(seed);
            while (_kills.Count < kills || (_kills.Count < 2 * kills && await IsShortAsync(sandbox))) await KillOnceAsync(sandbox, database);
            return await FinishAsync(sandbox, database, clock);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task KillOnceAsync(SandboxProcess sandbox, ShopDatabase database)
    {
        if (!bytesAreStored) database.LoseTheBytes();
        var begun = database.Rows().Where(row => row.State != "planned").ToList();
        var orders = begun.Count + NewOrders;
        var planned = Enumerable.Range(1, orders).Except(begun.Select(row => row.Number));
        var drawing = Drawing.Of(_aims.Draw(), _chance, planned, begun.Where(row => row.State == "prepared").Select(row => row.Number));

        // The sandbox takes one way of dropping at a time.
        var afterWork = _kills.Count % 2 == 0;
        await sandbox.DropOrdersAsync(ShareOfDrops, afterWork);
        if (drawing.Aim == Phase.InFlight) await sandbox.DelayOrdersAsync(ShopProcess.AtOnce, SecondsInFlight, afterWork);
        var started = TimeProvider.System.GetUtcNow();
        using var shop = new ShopProcess(sandbox, database, orders);
        await shop.KillAfterAsync(drawing.Line, drawing.Delay);
        var dead = TimeProvider.System.GetUtcNow();
        _kills.Add(new(shop.LastPhaseOf(drawing.Number), database.Rows().Single(row => row.Number == drawing.Number), started, dead));
    }

    private async Task<bool> IsShortAsync(SandboxProcess sandbox)
    {
        var requests = await sandbox.ReadRequestsAsync();
        return Drawing.Aims.Any(aim => _kills.Count(kill => kill.Hit(requests) == aim) < atLeast);
    }

    private async Task<Report> FinishAsync(SandboxProcess sandbox, ShopDatabase database, Stopwatch clock)
    {
        if (!bytesAreStored) database.LoseTheBytes();

        // However few the kills were, each way of dropping is met.
        await sandbox.DropNextOrdersAsync(2, afterWork: false);
        await sandbox.DropNextOrdersAsync(2, afterWork: true);
        using (var shop = new ShopProcess(sandbox, database, database.Rows().Count)) Assert.True(await shop.FinishAsync(), "The last shop did not place every order.");
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress });
        var orders = new List<(string, string)>();
        await foreach (var order in peeker.Orders.ListAsync(new() { PerPage = 100 })) orders.Add((order.Email, order.Id));
        return new(seed, clock.Elapsed, _kills, await sandbox.ReadRequestsAsync(), Verdict.Of(database.Rows(), orders));
    }
}
