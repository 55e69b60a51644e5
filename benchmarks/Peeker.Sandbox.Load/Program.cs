using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Peeker.Sandbox;
using Peeker.Sandbox.Load;

// dotnet run -c Release --project benchmarks/Peeker.Sandbox.Load [-- seconds]
// Ends with 1 when a ratio is missed. Each is taken against an empty endpoint of the same method, which is sent the same body.
if (args is ["start", var what]) return await StartUp.RunOnceAsync(what);
var seconds = args is [var given] ? double.Parse(given, CultureInfo.InvariantCulture) : 1.5;

await using var empty = await EmptyServer.StartAsync();
await using var sandbox = await PeekerSandbox.StartAsync(new() { RateLimit = null, CompletionDelay = TimeSpan.FromSeconds(1) });
var load = new LoadGenerator(16, TimeSpan.FromSeconds(seconds));
var root = new Uri(empty.Urls.First());
var bundle = await CreateBundleAsync();

// Round by round, and the median of the rounds: what else the machine does hits all of them alike.
const int rounds = 5;
var (gets, posts, postsOfPosts, controls) = (new double[rounds], new double[rounds], new double[rounds], new double[rounds]);
var rate = 0.0;
await load.WarmUpAsync(_ => new(HttpMethod.Get, root), HttpStatusCode.OK);
await load.WarmUpAsync(number => Ask(HttpMethod.Post, "orders", Order(number)), HttpStatusCode.OK);
for (var round = 0; round < rounds; round++)
{
    var none = rate = await load.RateAsync(_ => new(HttpMethod.Get, root), HttpStatusCode.OK);
    var get = await load.RateAsync(_ => Ask(HttpMethod.Get, $"bundles/{bundle}", null), HttpStatusCode.OK);
    var post = await load.RateAsync(number => Ask(HttpMethod.Post, "orders", Order(number)), HttpStatusCode.OK);
    var nonePosted = await load.RateAsync(number => new(HttpMethod.Post, root) { Content = Json(Order(number)) }, HttpStatusCode.OK);
    var again = await load.RateAsync(_ => new(HttpMethod.Get, root), HttpStatusCode.OK);
    var level = (none + again) / 2;
    (gets[round], posts[round], postsOfPosts[round], controls[round]) = (get / level, post / level, post / nonePosted, again / none);
}

var (startEmpty, startProcess, startPort) = (StartUp.Measure("empty", 7), StartUp.Measure("process", 7), StartUp.Measure("port", 7));
Console.WriteLine($"empty endpoint, GET              {rate,8:0} requests a second in the last round");
Console.WriteLine($"the same again (A/A)             {Median(controls),8:0.00}, {controls.Min():0.00} to {controls.Max():0.00}");
Console.WriteLine($"GET /bundles/{{id}}                {Median(gets),8:0.00} of the empty GET, at least 0.60");
Console.WriteLine($"POST /orders, two domains        {Median(postsOfPosts),8:0.00} of an empty POST of the same body, at least 0.25; {Median(posts):0.00} of the empty GET");
Console.WriteLine($"start to first answer            {startProcess / startEmpty,8:0.00} times the empty host's in the process, {startPort / startEmpty:0.00} times over a port, at most 3");
return Median(gets) >= 0.6 && Median(postsOfPosts) >= 0.25 && startProcess / startEmpty <= 3 && startPort / startEmpty <= 3 ? 0 : 1;

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

HttpRequestMessage Ask(HttpMethod method, string path, string? json) => new(method, new Uri(sandbox.BaseAddress, path))
{
    Headers = { Authorization = new("Bearer", sandbox.ApiKey) },
    Content = json is null ? null : Json(json),
};

static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

static string Order(int number) => $$"""
    {"user":"alex@acme.com","google_licenses":4,"sequencer":{"provider":"smartlead","client_id":366903,"login_email":"peeker@yourcompany.com","login_password":"let-me-in"},
    "forwarding_url":"https://acme.com","domains":["acme-{{number}}.com","team-{{number}}.com"],
    "personas":[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":""},{"first_name":"Sam","last_name":"Lee","profile_picture_url":null}]}
    """;

async Task<string> CreateBundleAsync()
{
    using var http = new HttpClient();
    using var answer = await http.SendAsync(Ask(HttpMethod.Post, "bundles", """{"name":"Two","monthly_sending_volume":1000}"""));
    return JsonDocument.Parse(await answer.Content.ReadAsStreamAsync()).RootElement.GetProperty("data").GetProperty("id").GetString()!;
}
