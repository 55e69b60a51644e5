using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Peeker;
using Peeker.AspNetCore;
using Peeker.Inbox.Receiver;
using Peeker.Redis;
using Peeker.Sqlite;
using StackExchange.Redis;

// Arguments: the kind of inbox, its file or connection, the file of the witness, the secret. It prints its port, and works until it is killed.
var (kind, place, secret) = (args[0], args[1], args[3]);
using var witness = new Witness(args[2]);
var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddPeekerWebhooks(settings =>
{
    settings.Secrets["sandbox"] = secret;
    // The sandbox's clock is moved through the 18 hours of a delivery's five attempts.
    settings.Tolerance = TimeSpan.FromDays(1);
    settings.Lease = TimeSpan.FromSeconds(2);
    settings.RetryAfter = TimeSpan.FromMilliseconds(100);
    settings.MaxRetryAfter = TimeSpan.FromSeconds(1);
    settings.PollEvery = TimeSpan.FromMilliseconds(200);
    settings.MaxAttempts = 1000;
    settings.Workers = 16;
}).Handle<WebhookEvent>(WorkAsync);
builder.Services.AddSingleton<IWebhookInbox>(kind switch
{
    "sqlite" => new WitnessedDurableInbox(new SqliteWebhookInbox(place), witness),
    "redis" => new WitnessedInbox(new RedisWebhookInbox(await ConnectionMultiplexer.ConnectAsync(place)), witness),
    _ => new WitnessedInbox(new InMemoryWebhookInbox(), witness),
});
await using var app = builder.Build();
app.MapPeekerWebhooks("/webhooks/peeker");
await app.StartAsync();
Console.WriteLine(new Uri(app.Urls.Single()).Port);
await Task.Delay(Timeout.Infinite);

async Task WorkAsync(WebhookDelivery<WebhookEvent> delivery, CancellationToken cancellationToken)
{
    var id = delivery.Event.Id;
    var nature = Nature.Of(id);
    witness.Write("begin", id, delivery.IsRepeat);
    try
    {
        await Task.Delay(nature.Work, cancellationToken);
        if (delivery.Attempt <= nature.Failures) throw new InvalidOperationException("As it was drawn.");
    }
    catch
    {
        witness.Write("fail", id, delivery.IsRepeat);
        throw;
    }

    witness.Write("end", id, delivery.IsRepeat);
}
