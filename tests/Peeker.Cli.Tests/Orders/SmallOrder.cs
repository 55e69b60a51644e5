namespace Peeker.Cli.Tests.Orders;

/// <summary>An order of a few domains, as a file outside the tool, and what a test does to it.</summary>
internal static class SmallOrder
{
    public const string Password = "a-dedicated-login";

    public static void Change(Outside outside, string? password)
    {
        if (password is null) outside.Variables.Remove("PEEKER_SEQUENCER_PASSWORD");
        else outside.Variables["PEEKER_SEQUENCER_PASSWORD"] = password;
    }

    public static Task<Outside> GivenAsync() => Task.FromResult(new Outside { Variables = { ["PEEKER_SEQUENCER_PASSWORD"] = Password } });

    public static async Task<(string File, Bundle Bundle)> OrderAsync(Outside outside)
    {
        using var peeker = new PeekerClient(outside.Variables["PEEKER_API_KEY"], new() { Handler = outside.Sandbox.CreateHandler() });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Small", MonthlySendingVolume = 500 });
        var count = bundle.RequiredDomains.Google + bundle.RequiredDomains.Microsoft;
        return (outside.Write("order.json", $$"""
            {
              "user": "alex@acme.com",
              "bundle_id": "{{bundle.Id}}",
              "sequencer": {"provider": "smartlead", "login_email": "peeker@acme.com"},
              "domains": [{{string.Join(", ", Enumerable.Range(1, count).Select(number => $"\"mail-{number}.com\""))}}],
              "personas": [{"first_name": "Alex", "last_name": "Rivera", "profile_picture_url": null}]
            }
            """), bundle);
    }

    public static async Task<int> OrdersAsync(Outside outside)
    {
        using var peeker = new PeekerClient(outside.Variables["PEEKER_API_KEY"], new() { Handler = outside.Sandbox.CreateHandler() });
        return (await peeker.Orders.ListPageAsync()).Data.Count;
    }
}
