using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Peeker.Cli.Sandboxes;

/// <summary>Three tables that are always the newest: requests, orders, deliveries.</summary>
internal sealed class SandboxTables(Surroundings surroundings) : SandboxView(surroundings)
{
    private const int Most = 8;

    private readonly Queue<string[]> _requests = new();
    private readonly Dictionary<string, OrderState> _orders = [];
    private readonly Queue<string[]> _deliveries = new();

    public override Task ShowAsync(SandboxNews news, CancellationToken cancellationToken) =>
        PersonConsole.Of(Around).Live(Draw()).AutoClear(false).StartAsync(live => RepeatAsync(() =>
        {
            if (!Take(news)) return;
            live.UpdateTarget(Draw());
        }, cancellationToken));

    private bool Take(SandboxNews news)
    {
        var (requests, orders, deliveries) = (news.Requests(), news.Orders(), news.Deliveries());
        foreach (var request in requests) Keep(_requests, Time(request.At), Operation(request), Status(request.Status), request.Fault?.Kind.ToString() ?? "");
        foreach (var order in orders) _orders[order.Id] = order;
        foreach (var delivery in deliveries) Keep(_deliveries, Time(delivery.At), delivery.Type.Value, delivery.Attempt.ToString(CultureInfo.InvariantCulture), Status(delivery.Status));
        return requests.Count + orders.Count + deliveries.Count > 0;
    }

    private static void Keep(Queue<string[]> rows, params string[] row)
    {
        rows.Enqueue(row);
        if (rows.Count > Most) rows.Dequeue();
    }

    private Rows Draw() => new(
        Table("Requests", ["at", "operation", "status", "fault"], _requests),
        Table("Orders", ["at", "order", "status", "domains"], _orders.Values.OrderByDescending(order => order.At).Take(Most).Reverse().Select(order => new[] { Time(order.At), order.Id, order.Status, order.Domains.ToString(CultureInfo.InvariantCulture) })),
        Table("Deliveries", ["at", "event", "attempt", "status"], _deliveries));

    private static Table Table(string title, string[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = new(title), Width = 76 };
        foreach (var column in columns) table.AddColumn(column);
        foreach (var row in rows) table.AddRow(row.Select(cell => (IRenderable)new Text(Shown.Text(cell))));
        return table;
    }
}
