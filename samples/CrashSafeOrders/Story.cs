using Peeker;
using Peeker.Sandbox;

namespace CrashSafeOrders;

/// <summary>Three orders, one lost answer, and a process that dies with an order placed and not recorded.</summary>
internal static class Story
{
    public static async Task<bool> TellAsync(ShopArguments arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var file = arguments.Database ?? Path.Combine(Directory.CreateTempSubdirectory("crash-safe-orders").FullName, "shop.db");
        await using var sandbox = await PeekerSandbox.StartAsync(cancellationToken: cancellationToken);

        // One attempt each, so that a lost answer is seen here and not healed inside the client.
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress, MaxRetries = 0 });
        var last = arguments.Start + arguments.Orders - 1;

        await output.WriteLineAsync($"== The first process: one answer is lost, and it dies before it records order {last}");
        sandbox.Faults.Next(1, new(FaultKind.Drop) { AfterWork = true, Operation = "Orders_Create" });
        try
        {
            using var book = new OrderBook(file);
            var dying = new Phases(output, (phase, number) =>
            {
                if (phase == "answered" && number == last) throw new ProcessDiedException();
            });
            await new Shop(book, peeker, dying, TimeProvider.System).RunAsync(arguments.Start, arguments.Orders, arguments.AtOnce, cancellationToken);
        }
        catch (ProcessDiedException)
        {
            await output.WriteLineAsync("   … and is gone.");
        }

        await output.WriteLineAsync("== The second process opens the same database");
        using var again = new OrderBook(file);
        var placed = await new Shop(again, peeker, new(output), TimeProvider.System).RunAsync(arguments.Start, arguments.Orders, arguments.AtOnce, cancellationToken);
        var atPeeker = 0;
        await foreach (var order in peeker.Orders.ListAsync(cancellationToken: cancellationToken)) atPeeker++;
        await output.WriteLineAsync($"== {again.Count("placed")} business orders are placed, and Peeker has {atPeeker}; the database is {file}");
        return placed && atPeeker == arguments.Orders;
    }
}
