using System.Text.Json;
using Newtonsoft.Json;
using Peeker.Sandbox;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Peeker.Docs.Tests;

/// <summary>The code of docs/models.md, run.</summary>
public sealed class ModelTests
{
    private static readonly OrderSequencer Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@acme.com", LoginPassword = "a-dedicated-login" };

    private static readonly Persona Persona = new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null };

    [Fact]
    public async Task Lists_updates_and_answers()
    {
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = 25_000, GooglePercent = 60, MicrosoftPercent = 40 });

        await foreach (var order in peeker.Orders.ListAsync(new() { Status = OrderStatus.Completed }))
            Console.WriteLine($"{order.Id} {order.DomainCount} domains");

        var page = await peeker.Bundles.ListPageAsync(new() { PerPage = 100 });
        var next = page.NextPageToken;                                          // null on the last page
        Assert.Null(next);

        await peeker.Bundles.UpdateAsync(bundle.Id, new() { Name = "Larger" });                                  // the rest stays
        await peeker.Bundles.UpdateAsync(bundle.Id, new() { GooglePercent = null, MicrosoftPercent = null });    // null is sent
        Assert.Equal(("Larger", null), ((await peeker.Bundles.GetAsync(bundle.Id)).Name, (await peeker.Bundles.GetAsync(bundle.Id)).GooglePercent));

        var response = await peeker.Bundles.WithResponse.GetAsync(bundle.Id);
        Console.WriteLine($"{(int)response.Status} {response.RequestId}");

        var json = JsonSerializer.Serialize(bundle);
        var same = JsonConvert.DeserializeObject<Bundle>(json)!;
        Assert.Equal(bundle.Id, same.Id);
    }

    [Fact]
    public void A_value_of_tomorrow()
    {
        var status = new OrderStatus("paused");                                 // a value of tomorrow
        if (!status.IsKnown) Console.WriteLine($"not known to this version: {status}");
        Assert.False(status.IsKnown);
        using var received = JsonDocument.Parse("\"paused\"");
        Assert.Equal(status, JsonSerializer.Deserialize<OrderStatus>(received));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(2, false)]
    public async Task Errors(int licenses, bool mismatched)
    {
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        var order = new CustomOrder { User = "alex@acme.com", GoogleLicenses = licenses, Sequencer = Sequencer, Domains = ["acme-mail.com"], Personas = [.. Enumerable.Repeat(Persona, licenses == 2 ? 11 : 1)] };
        var (missing, field) = (0, "");
        try
        {
            await peeker.Orders.CreateAsync(order);
        }
        catch (PeekerDomainCountMismatchException mismatch)
        {
            Console.WriteLine($"{mismatch.MissingCount} more domains");
            missing = mismatch.MissingCount ?? 0;
        }
        catch (PeekerInvalidRequestException invalid)
        {
            Console.WriteLine($"look at {invalid.Field}");                      // sequencer.login_password
            field = invalid.Field;
        }

        Assert.Equal(mismatched ? (1, "") : (0, "personas"), (missing, field));
    }
}
