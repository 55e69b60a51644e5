using System.Globalization;
using Peeker.Benchmarks.Measuring;
using Peeker.Bulk;

namespace Peeker.Benchmarks.Serving;

/// <summary>Availability of many domains: what is alive on the way, under a heap that cannot grow, and the time for each domain.</summary>
internal sealed class BulkSection : ISection
{
    private const int HeapMebibytes = 32;

    private static readonly int[] Sizes = [1_000, 10_000, 100_000, 1_000_000];

    public string Name => "Bulk";

    public async Task MeasureAsync(Effort effort, Report report)
    {
        using var server = Child.Server("--rate-limit", "none");
        var (address, key) = (await server.ReadLineAsync(), await server.ReadLineAsync());
        var clients = new List<Child>();
        var (rows, atRest) = (new List<double[]>(), new List<double>());
        foreach (var size in Sizes)
        {
            clients.Add(Child.Client(HeapMebibytes, "memory", address, key, size.ToString(CultureInfo.InvariantCulture)));
            rows.Add(await clients[^1].FiguresAsync());
        }

        // Each has come to rest while the later ones were busy, or does so now.
        foreach (var client in clients)
        {
            atRest.Add((await client.FiguresAsync())[0]);
            client.Dispose();
        }

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
}
