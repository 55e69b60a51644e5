using System.CommandLine;
using System.Globalization;
using Peeker.Cli.Keys;

namespace Peeker.Cli.Orders;

/// <summary><c>peeker order submit</c>: places the order of a file, once.</summary>
internal static class SubmitCommand
{
    public static Command Create(Surroundings surroundings, CommonOptions common)
    {
        var file = new Argument<string>("FILE") { Description = "The order as JSON, with the members of the API. Its submission is stored beside it, so the same command never orders twice." };
        var live = new Option<bool>("--live") { Description = "Says that a live key is meant: the order is charged." };
        var wait = new Option<bool>("--wait") { Description = "Wait until the order is complete." };
        var interval = new Option<double>("--interval-seconds") { Description = "How often --wait asks.", DefaultValueFactory = _ => 60 }.Within(0.1, 86_400);
        var deadline = new Option<double>("--deadline-minutes") { Description = "How long --wait waits.", DefaultValueFactory = _ => 24 * 60 }.Within(0.1, 45 * 24 * 60);
        var words = new Option<bool>("--show-api-message") { Description = "Show the API's own words for a refused order. They may quote the order." };
        var password = new Option<string?>("--password-file") { Description = "A file with the password of the sequencer login, readable by you alone. Without it PEEKER_SEQUENCER_PASSWORD is read, then the file that PEEKER_SEQUENCER_PASSWORD_FILE names." };
        var command = new Command("submit", "Places an order. Run again, it goes on with the same order.") { file, live, wait, interval, deadline, password, words, common.KeyFile, common.BaseAddress };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var access = ApiAccess.Of(surroundings, common, parsed);
            access.AllowSpending(parsed.GetValue(live));
            using var peeker = access.Connect(surroundings);
            var path = parsed.GetValue(file)!;
            var store = new SubmissionStore(path, access);
            var order = OrderFile.Read(path, surroundings, parsed.GetValue(password), store.IsBegun);
            using var held = FileLock.Take(store.SubmissionFile);
            var id = await new Placing(surroundings, peeker, store, order, parsed.GetValue(words)).PlaceAsync(cancellationToken);
            try
            {
                var placed = await peeker.Orders.GetAsync(id, cancellationToken);
                if (order.IsAnother(placed)) surroundings.Note($"{path} has none of the domains of {id}, which {store.ReceiptFile} names; give another order a file of its own.");
                return parsed.GetValue(wait)
                    ? await WaitAsync(id, TimeSpan.FromSeconds(parsed.GetValue(interval)), TimeSpan.FromMinutes(parsed.GetValue(deadline)))
                    : Show(placed);
            }
            catch (PeekerNotFoundException)
            {
                throw new UnsettledException(ExitCode.Failed, $"{store.ReceiptFile} names {id}, and there is no such order for this key at {access.BaseAddress}: it is of another account or sandbox. If the order is meant to be placed here, remove {store.ReceiptFile} and {store.SubmissionFile}.");
            }
            catch (PeekerException)
            {
                surroundings.Note($"{id} is placed, and cannot be shown now.");
                throw;
            }

            async Task<int> WaitAsync(string id, TimeSpan interval, TimeSpan deadline)
            {
                surroundings.Note($"{id} is placed; waiting until it is complete.");
                try
                {
                    return Show(await peeker.Orders.WaitForCompletionAsync(id, new() { Interval = interval, Deadline = deadline }, cancellationToken));
                }
                catch (PeekerNotCompletedException<OrderDetail> stopped)
                {
                    if (stopped.Resource is { } order) Show(order);
                    surroundings.Note($"peeker: {stopped.Message.ReplaceLineEndings(" ")}");
                    return ExitCode.Finding;
                }
            }

            int Show(OrderDetail order)
            {
                Write(surroundings.Output, parsed.GetValue(common.Json), order);
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static void Write(TextWriter output, bool json, OrderDetail order) => output.WriteLine(json
        ? JsonLine.Of(writer =>
        {
            writer.WriteString("id", order.Id);
            writer.WriteString("status", order.Status.Value);
            writer.WriteNumber("domain_count", order.DomainCount);
            if (order.Costs is not { } costs) return;
            writer.WriteNumber("total_cents", costs.TotalCents);
            writer.WriteString("currency", costs.Currency);
        })
        : Shown.Text(string.Create(CultureInfo.InvariantCulture, $"{order.Id}  {order.Status}  {order.DomainCount} domains{(order.Costs is { } costs ? $"  {costs.TotalCents / 100m:0.00} {costs.Currency.ToUpperInvariant()}" : "")}")));
}
