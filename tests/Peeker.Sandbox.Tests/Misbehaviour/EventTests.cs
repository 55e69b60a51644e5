using System.Net;
using System.Text.Json;
using Peeker.Sandbox.Tests.Determinism;

namespace Peeker.Sandbox.Tests.Misbehaviour;

public sealed class EventTests
{
    public static TheoryData<string> Types => [.. typeof(WebhookEventType.Names).GetFields().Select(name => (string)name.GetRawConstantValue()!)];

    [Fact]
    public void There_are_eighteen_events() => Assert.Equal(18, Types.Count);

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Each_can_be_made_to_happen_with_a_resource_and_without(string type)
    {
        var mailbox = new Mailbox();
        await using var lab = DeliveryTests.Start(mailbox);
        var resource = await ResourceFor(type, lab);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        var before = mailbox.Letters.Count;
        string[] made = [lab.Sandbox.Webhooks.Trigger(new(type)), lab.Sandbox.Webhooks.Trigger(new(type), resource)];
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        var letters = mailbox.Letters.Skip(before).ToList();
        Assert.Equal(made, letters.Select(letter => letter.EventId));
        foreach (var letter in letters)
        {
            SpecificationJudge.Judge(SchemaOf(type), letter.Body);
            Assert.Equal(type, JsonDocument.Parse(letter.Body).RootElement.GetProperty("type").GetString());
        }

        Assert.Equal(resource, JsonDocument.Parse(letters[1].Body).RootElement.GetProperty("data").GetProperty("id").GetString());
        Assert.Throws<ArgumentException>(() => lab.Sandbox.Webhooks.Trigger(new(type), "ord_none"));
    }

    [Fact]
    public async Task What_is_no_event_and_no_environment_is_refused()
    {
        await using var lab = DeliveryTests.Start(new Mailbox());
        Assert.Throws<ArgumentException>(() => lab.Sandbox.Webhooks.Trigger(new("order.created")));
        Assert.Throws<ArgumentException>(() => lab.Sandbox.Webhooks.Trigger(new("order.completed"), null, new("staging")));
        Assert.Throws<ArgumentException>(() => lab.Sandbox.Webhooks.RotateSecret(new KeyEnvironment("staging")));
    }

    [Fact]
    public async Task While_there_are_two_secrets_either_verifies()
    {
        var mailbox = new Mailbox();
        await using var lab = DeliveryTests.Start(mailbox);
        var old = lab.Sandbox.Webhooks.Secret;
        var young = lab.Sandbox.Webhooks.RotateSecret();
        lab.Sandbox.Webhooks.Trigger(new("order.completed"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        lab.Sandbox.Webhooks.RetireOldSecrets();
        lab.Sandbox.Webhooks.Trigger(new("order.completed"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(2, mailbox.Letters[0].Signature.Split(',').Length);
        Assert.Equal((true, true), (Verifies(old, mailbox.Letters[0]), Verifies(young, mailbox.Letters[0])));
        Assert.Equal((false, true), (Verifies(old, mailbox.Letters[1]), Verifies(young, mailbox.Letters[1])));
        Assert.Equal(young, lab.Sandbox.Webhooks.Secret);
        Assert.Equal([young], lab.Sandbox.Webhooks.SecretsOf(KeyEnvironment.Test));
    }

    [Fact]
    public async Task Live_events_are_signed_with_the_live_secret()
    {
        var mailbox = new Mailbox();
        await using var lab = DeliveryTests.Start(mailbox);
        lab.Http.DefaultRequestHeaders.Authorization = new("Bearer", lab.Sandbox.Keys.Create(KeyEnvironment.Live));
        await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(3, mailbox.Letters.Count);
        var live = Assert.Single(lab.Sandbox.Webhooks.SecretsOf(KeyEnvironment.Live));
        Assert.All(mailbox.Letters, letter => Assert.Equal((true, false), (Verifies(live, letter), Verifies(lab.Sandbox.Webhooks.Secret, letter))));
    }

    [Fact]
    public async Task Without_an_address_nothing_is_sent_nor_tried_again()
    {
        var mailbox = new Mailbox(_ => HttpStatusCode.InternalServerError);
        await using var lab = DeliveryTests.Start(mailbox);
        lab.Sandbox.Webhooks.Trigger(new("order.completed"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        lab.Sandbox.Webhooks.Url = null;
        lab.Sandbox.Webhooks.Trigger(new("order.completed"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal((1, 2), (mailbox.Letters.Count, lab.Sandbox.Webhooks.Events.Count));
    }

    private static bool Verifies(string secret, Mailbox.Letter letter) =>
        new WebhookVerifier(secret, null, new ManualClock()).TryVerify(letter.Body, letter.Timestamp, letter.Signature, out _);

    // OrderCompleted for order.completed, DomainImportFailed for domain_import.failed.
    private static string SchemaOf(string type) => string.Concat(type.Split('.', '_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static async Task<string> ResourceFor(string type, Lab lab)
    {
        var order = (await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"))).Id;
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        var domain = (await lab.Get("domains")).Data[0].GetProperty("id").GetString()!;
        return type.Split('.') switch
        {
            ["order", _] => order,
            ["domain", "forwarding_updated" or "forwarding_failed"] => (await lab.Post("domains/forwarding", """{"domains":["acme-mail.com"],"forwarding_url":"https://acme.com/new"}""")).Id,
            ["domain", _] => domain,
            ["domain_import", _] => (await lab.Post("domains/import", """{"domains":["mine-acme.com"]}""")).Id,
            _ => (await lab.Post("swaps", $$"""{"type":"standard","domain_id":"{{domain}}","replacement_domain":"new-acme.com"}""")).Id,
        };
    }
}
