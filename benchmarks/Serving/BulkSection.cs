using System.Diagnostics;
using System.Globalization;
using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Serving;

/// <summary>Availability of many domains: what is alive on the way, under a heap that cannot grow, and the time for each domain.</summary>
internal sealed class BulkSection : ISection
{
    private const int HeapMebibytes = 32;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public string Name => "Bulk";

    public async Task MeasureAsync(Effort effort, Report report)
    {
        using var server = Start("Peeker.Sandbox.Server.dll", ["--urls", "http://127.0.0.1:0", "--rate-limit", "none"]);
        var (address, key) = (await server.StandardOutput.ReadLineAsync(), await server.StandardOutput.ReadLineAsync());
        var clients = new List<Process>();
        var (rows, atRest) = (new List<double[]>(), new List<double>());
        foreach (var size in Sizes)
        {
            clients.Add(Start("Peeker.Bulk.dll", ["memory", address!, key!, size.ToString(CultureInfo.InvariantCulture)], (HeapMebibytes * 1024L * 1024).ToString("X", CultureInfo.InvariantCulture)));
            rows.Add(await FiguresAsync(clients[^1]));
        }

        // Each has come to rest while the later ones were busy, or does so now.
        foreach (var client in clients)
        {
            atRest.Add((await FiguresAsync(client))[0]);
            await client.WaitForExitAsync();
            client.Dispose();
        }

        server.Kill();
        var first = rows[1];
        report.Heading($"Bulk availability, in a process with a heap of {HeapMebibytes} MiB, against {Sizes[1]:#,0} domains");
        report.Table(["domains", "live bytes half way", "live bytes with the last row", "live bytes when the pools are at rest", "time for each domain"], Sizes.Select((size, index) => (IReadOnlyList<string>)
        [
            size.ToString("#,0", CultureInfo.InvariantCulture),
            Report.Ratio(rows[index][0] / first[0]),
            Report.Ratio(rows[index][1] / first[1]),
            Report.Ratio(atRest[index] / atRest[1]),
            Report.Ratio(rows[index][3] / size / (first[3] / Sizes[1])),
        ]));
        report.Headline("bulk availability, live memory at 1,000,000 domains of that at 10,000", atRest[^1] / atRest[1]);
        report.Expect("bulk: live bytes at rest, 1,000,000 domains against 10,000", atRest[^1] / atRest[1], 1.1);
    }

    private static async Task<double[]> FiguresAsync(Process client)
    {
        var line = await client.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The client ended before it had figures; its own output tells why.");
        return [.. line.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
    }

    private static Process Start(string program, IReadOnlyList<string> arguments, string? heap = null)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        if (heap is not null) start.Environment["DOTNET_GCHeapHardLimit"] = heap;
        return Process.Start(start)!;
    }
}
