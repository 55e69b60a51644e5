using Peeker;
using Peeker.Sandbox;

var handled = new TaskCompletionSource<string>();
var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Peeker:Webhooks:Secrets:live"] = "whsec_of_a_test" });
builder.Services.AddPeekerWebhooks(builder.Configuration.GetSection("Peeker:Webhooks"))
    .Handle<OrderCompleted>((delivery, _) =>
    {
        handled.TrySetResult(delivery.Event.Data.Id);
        return Task.CompletedTask;
    });
builder.Services.AddPeekerSqliteInbox(file);

await using var app = builder.Build();
app.MapPeekerWebhooks("/webhooks/peeker");
await app.StartAsync();
var completed = new WebhookEvents(seed: 1).OrderCompleted();
using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
using var delivery = new WebhookSigner("whsec_of_a_test").Sign(completed).ToRequest(new("/webhooks/peeker", UriKind.Relative));
using var answer = await http.SendAsync(delivery);
var id = await handled.Task.WaitAsync(TimeSpan.FromSeconds(30));
await app.StopAsync();
File.Delete(file);
Console.WriteLine($"{(int)answer.StatusCode} {id == completed.Data.Id}");
