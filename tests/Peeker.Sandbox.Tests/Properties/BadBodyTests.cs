using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using CsCheck;

namespace Peeker.Sandbox.Tests.Properties;

public sealed class BadBodyTests
{
    // A sandbox that has taken this many goes, so that what was valid after all does not pile up.
    private const int BodiesForOneSandbox = 5_000;

    /// <summary>How many is told by the variable PEEKER_BAD_BODIES. Each answer is held against the specification on its way.</summary>
    [Fact]
    public async Task No_bad_body_gives_a_server_error()
    {
        var targets = new ConcurrentBag<Target>();
        try
        {
            await BadBody.Bodies.SampleAsync(
                async bad =>
                {
                    var target = targets.TryTake(out var known) ? known : await Target.StartAsync();
                    await target.Take(bad);
                    if (target.Taken < BodiesForOneSandbox) targets.Add(target);
                    else await target.DisposeAsync();
                },
                iter: int.TryParse(Environment.GetEnvironmentVariable("PEEKER_BAD_BODIES"), CultureInfo.InvariantCulture, out var count) ? count : 20_000);
        }
        finally
        {
            foreach (var target in targets) await target.DisposeAsync();
        }
    }

    /// <summary>A sandbox with something in it, and a valid call of each operation that has a body.</summary>
    private sealed class Target : IAsyncDisposable
    {
        private const string Domains = """{"domains":["one-acme.com","two-acme.com"]}""";
        private const string Persona = """{"first_name":"Kim","last_name":"Ode","profile_picture_url":""}""";

        private readonly Lab _lab = Lab.InProcess(new() { FrozenAt = Lab.Noon, Seed = 7, RateLimit = null });
        private (HttpMethod Method, string Path, string Body)[] _calls = [];

        public int Taken { get; private set; }

        public static async Task<Target> StartAsync()
        {
            var target = new Target();
            var lab = target._lab;
            var bundle = await lab.BundleForTwo();
            var order = (await lab.Post("orders", Lab.Order("\"google_licenses\":2,\"microsoft_licenses\":1", "old-acme.com", "older-acme.com"))).Is(HttpStatusCode.OK);
            await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
            var domain = (await lab.Get("domains")).Data[0].GetProperty("id").GetString();
            const string user = """{"email":"kim@acme.com","first_name":"Kim","last_name":"Ode","sequencer":{"provider":"smartlead","client_id":7}}""";
            const string size = """{"name":"a","monthly_sending_volume":25000,"google_percent":60,"microsoft_percent":40,"send_on_weekends":true,"google_inboxes_per_domain":3}""";
            target._calls =
            [
                (HttpMethod.Post, "bundles", size),
                (HttpMethod.Patch, $"bundles/{bundle}", size),
                (HttpMethod.Post, "users", user),
                (HttpMethod.Patch, $"users/{order.Data.GetProperty("user_id").GetString()}", user),
                (HttpMethod.Post, "domains/availability", Domains),
                (HttpMethod.Post, "domains/import", Domains),
                (HttpMethod.Post, "domains/import/jobs", Domains),
                (HttpMethod.Post, "domains/forwarding", """{"domains":["old-acme.com","older-acme.com"],"forwarding_url":"https://acme.com/new"}"""),
                (HttpMethod.Post, "orders", Lab.Order($"\"bundle_id\":\"{bundle}\"", "three-acme.com", "four-acme.com")),
                (HttpMethod.Post, "orders", Lab.Order("\"google_licenses\":3,\"microsoft_licenses\":1,\"google_inboxes_per_domain\":3", "five-acme.com", "six-acme.com")
                    .Replace("\"six-acme.com\"", """{"domain":"six-acme.com","forwarding_url":"https://acme.com/six"}""", StringComparison.Ordinal)),
                (HttpMethod.Post, $"orders/{order.Id}/cancel", """{"domains":["old-acme.com"]}"""),
                (HttpMethod.Post, "swaps", $$"""{"type":"standard","domain_id":"{{domain}}","replacement_domain":"new-acme.com"}"""),
                (HttpMethod.Post, "swaps/user_names", $$"""{"domain_id":"{{domain}}","personas":[{{Persona}},{{Persona}}]}"""),
            ];
            return target;
        }

        public async Task Take(BadBody bad)
        {
            Taken++;
            var (method, path, valid) = _calls[bad.Operation % _calls.Length];
            var bytes = bad.Of(valid);
            var content = new ByteArrayContent(bytes);
            if (bad.ContentType is { Length: > 0 } type) content.Headers.TryAddWithoutValidation("Content-Type", type);
            var answer = await _lab.Send(new HttpRequestMessage(method, path) { Content = content });
            Assert.True(answer.Status < 500, $"{answer.Status} for {method} {path}: {Convert.ToBase64String(bytes)}");
        }

        public ValueTask DisposeAsync() => _lab.DisposeAsync();
    }
}
