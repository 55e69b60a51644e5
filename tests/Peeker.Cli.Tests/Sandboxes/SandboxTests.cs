using System.Net;
using System.Text.Json;
using Peeker.Cli.Webhooks;

namespace Peeker.Cli.Tests.Sandboxes;

public sealed class SandboxTests
{
    [Fact]
    public async Task Its_address_and_key_are_data_and_what_happens_is_on_standard_error()
    {
        await using var outside = new Outside();
        await using var receiver = await Receiver.StartAsync(0, TimeProvider.System, (_, _) => Task.FromResult(204), (_, _) => { }, CancellationToken.None);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var running = outside.Begin(["sandbox", "--port", "0", "--seed", "7", "--completion-seconds", "0.1", "--json", "--webhook-url", receiver.Url.AbsoluteUri], stop.Token);
        var data = JsonDocument.Parse(await running.DataAsync("{")).RootElement;
        using var peeker = new PeekerClient(data.GetProperty("api_key").GetString()!, new() { BaseAddress = new(data.GetProperty("base_address").GetString()!) });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Small", MonthlySendingVolume = 500 });
        var names = Enumerable.Range(1, bundle.RequiredDomains.Google + bundle.RequiredDomains.Microsoft).Select(number => new OrderDomain($"mail-{number}.com"));
        var order = await peeker.Orders.CreateAsync(new BundleOrder
        {
            User = "alex@acme.com",
            BundleId = bundle.Id,
            Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@acme.com", LoginPassword = "a-dedicated-login" },
            Domains = [.. names],
            Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
        });
        await running.LineWithAsync("request   200  Orders_Create");
        await running.LineWithAsync($"order     completed  {order.Id}");
        await running.LineWithAsync("delivery  204  order.completed");
        await stop.CancelAsync();
        var ending = await running.Ending;
        Assert.Equal((ExitCode.Done, 1), (ending.Code, ending.Output.AsSpan().Count('\n')));
        Assert.DoesNotContain("alex@acme.com", ending.Error, StringComparison.Ordinal);
        Assert.Single(ending.Error.Split('\n'), line => line.Contains("Orders_Create", StringComparison.Ordinal));
        Assert.Single(ending.Error.Split('\n'), line => line.Contains("delivery  204  order.completed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_is_said()
    {
        await using var outside = new Outside();
        await using var other = await Receiver.StartAsync(0, TimeProvider.System, (_, _) => Task.FromResult(204), (_, _) => { }, CancellationToken.None);
        var port = other.Url.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var ending = await outside.RunAsync("sandbox", "--port", port);
        Assert.Equal(new Ending(ExitCode.Usage, "", $"peeker: Port {port} of this machine is in use; choose another with --port, or 0 for any.\n"), ending);
        outside.Variables["PEEKER_WEBHOOK_SECRET"] = "whsec";
        Assert.StartsWith($"peeker: Port {port}", (await outside.RunAsync("webhooks", "listen", "--port", port)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quickstart_goes_from_a_plan_to_a_complete_order_without_a_key()
    {
        await using var outside = new Outside();
        outside.Variables.Clear();
        var ending = await outside.RunAsync("quickstart");
        Assert.Equal(ExitCode.Done, ending.Code);
        var lines = ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["BundlePlan.For", "Me.Get", "Bundles.Create", "Domains.CheckAvailability", "bundle.SelectDomains", "OrderSubmission.Prepare", "Orders.Submit", "Orders.Submit, once more", "order.in_progress", "domain.connected", "order.completed"],
            lines.Select(line => line[..26].TrimEnd()));
        Assert.Contains("15 Google and 4 Microsoft", lines[0], StringComparison.Ordinal);
        Assert.EndsWith("19 times, signatures verified", lines[9], StringComparison.Ordinal);
    }
}
