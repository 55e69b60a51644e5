namespace Peeker.Cli.Sandboxes;

/// <summary>A line for each thing that happens.</summary>
internal sealed class SandboxLines(Surroundings surroundings) : SandboxView(surroundings)
{
    public override Task ShowAsync(SandboxNews news, CancellationToken cancellationToken) => RepeatAsync(() =>
    {
        foreach (var request in news.Requests()) Around.Note($"{Time(request.At)}  request   {Status(request.Status)}  {Operation(request)}{(request.Fault is { } fault ? $"  fault {fault.Kind}" : "")}");
        foreach (var order in news.Orders()) Around.Note($"{Time(order.At)}  order     {order.Status}  {order.Id}  {order.Domains} domains");
        foreach (var delivery in news.Deliveries()) Around.Note($"{Time(delivery.At)}  delivery  {Status(delivery.Status)}  {delivery.Type}  {delivery.EventId}  attempt {delivery.Attempt}");
    }, cancellationToken);
}
