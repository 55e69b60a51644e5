using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Peeker;
using Peeker.Sandbox;

namespace Fulfilment;

/// <summary>Three purchases, and a worker that is killed at three moments. In the end each is fulfilled, by one order, with one mail.</summary>
internal static class Story
{
    private static readonly string[] Brands = ["Acme", "Globex", "Initech"];

    public static async Task<bool> TellAsync(TextWriter screen)
    {
        var folder = Directory.CreateTempSubdirectory("fulfilment");
        try
        {
            return await TellAsync(Path.Combine(folder.FullName, "shop.db"), screen);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> TellAsync(string file, TextWriter screen)
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Small", MonthlySendingVolume = 5_000 });
        await using var database = new ShopDatabase(ShopDatabase.At(file));
        await database.Database.EnsureCreatedAsync();
        database.Purchases.AddRange(Brands.Select((brand, index) => new Purchase { Number = index + 1, BundleId = bundle.Id, Customer = $"owner@{brand.ToLowerInvariant()}.example", Brand = brand }));
        await database.SaveChangesAsync();
        await screen.WriteLineAsync($"{Brands.Length} purchases are paid for");

        foreach (var moment in new[] { "Prepared 2", "answered 2", "Placed 3" }) await RunAsync(moment, kill: true);
        await RunAsync(until: null, kill: false);

        var orders = 0;
        await foreach (var order in peeker.Orders.ListAsync()) orders++;
        var (fulfilled, mails) = (await database.Purchases.AsNoTracking().CountAsync(purchase => purchase.State == PurchaseState.Fulfilled), await database.Outbox.CountAsync());
        await screen.WriteLineAsync($"{fulfilled} purchases fulfilled, {orders} orders at Peeker, {mails} mails to send");
        return (fulfilled, orders, mails) == (Brands.Length, Brands.Length, Brands.Length);

        async Task RunAsync(string? until, bool kill)
        {
            await screen.WriteLineAsync(kill ? $"== A worker starts, and is killed after \"{until}\"" : "== A worker starts, and is left alone");
            using var worker = Start(file, sandbox);
            while (await worker.StandardOutput.ReadLineAsync() is { } line)
            {
                await screen.WriteLineAsync(line);
                if (line == until || (until is null && await OpenAsync() == 0)) break;
            }

            worker.Kill();
            await worker.WaitForExitAsync();
        }

        Task<int> OpenAsync() => database.Purchases.AsNoTracking().CountAsync(purchase => purchase.State != PurchaseState.Fulfilled && purchase.State != PurchaseState.Unclear);
    }

    private static Process Start(string file, PeekerSandbox sandbox)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(Story).Assembly.Location, file, sandbox.BaseAddress.AbsoluteUri]) { RedirectStandardOutput = true };
        start.Environment["PEEKER_API_KEY"] = sandbox.ApiKey;
        return Process.Start(start)!;
    }
}
