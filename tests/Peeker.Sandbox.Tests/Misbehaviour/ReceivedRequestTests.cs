using System.Text;

namespace Peeker.Sandbox.Tests.Misbehaviour;

public sealed class ReceivedRequestTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_is_kept_without_its_key_and_its_password(bool overThePort)
    {
        await using var lab = overThePort ? await Lab.StartAsync() : Lab.InProcess();
        var order = Lab.Order("\"google_licenses\":2", "acme-mail.com");
        string[] spellings = [order, order.Replace("login_password", "LOGIN_PASSWORD", StringComparison.Ordinal), order.Replace("login_password", "login\\u005fpassword", StringComparison.Ordinal), $"[{order}]"];
        foreach (var body in spellings) await lab.Post("orders?x=1", body);
        Assert.Equal(spellings.Length, lab.Sandbox.Requests.Count);
        foreach (var (received, body) in lab.Sandbox.Requests.All.Zip(spellings))
        {
            Assert.Equal(("POST", "/partner/v1/orders", "?x=[unknown]", "Orders_Create", body.Length), (received.Method, received.Path, received.Query, received.Operation, received.BodyLength));
            Assert.Contains("[secret]", received.Body, StringComparison.Ordinal);
            Assert.Contains("alex@acme.com", received.Body, StringComparison.Ordinal);
            foreach (var text in new[] { received.Body!, received.ToString(), received.Query, received.Path })
            {
                Assert.DoesNotContain("let-me-in", text, StringComparison.Ordinal);
                Assert.DoesNotContain(lab.Sandbox.ApiKey, text, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("acme", received.ToString(), StringComparison.Ordinal);
        }

        lab.Sandbox.Requests.Clear();
        Assert.Equal((0, 0), (lab.Sandbox.Requests.Count, lab.Sandbox.Requests.All.Count));
    }

    [Fact]
    public async Task A_password_sent_where_none_belongs_is_shown_nowhere()
    {
        await using var lab = Lab.InProcess();
        var user = await lab.Post("users", """{"email":"kim@acme.com","sequencer":{"provider":"smartlead","login_password":"let-me-in"}}""");
        await lab.Patch($"users/{user.Id}", """{"sequencer":{"provider":"smartlead","login_password":"let-me-in"}}""");
        var order = await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com").Replace("\"first_name\"", "\"login_password\":\"let-me-in\",\"first_name\"", StringComparison.Ordinal));
        foreach (var path in new[] { "users", $"users/{user.Id}", $"orders/{order.Id}" }) Assert.DoesNotContain("let-me-in", (await lab.Get(path)).Body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bodies_are_compared_by_their_bytes_and_large_ones_are_not_kept()
    {
        await using var lab = Lab.InProcess();
        string[] bodies = ["{}", "{}", "{ }", $"\"{new string('a', 16 * 1024)}\"", $"\"{new string('a', 16 * 1024)}\"", "{\"name\":", new('[', 100)];
        foreach (var body in bodies) await lab.Post("bundles", body);
        var all = lab.Sandbox.Requests.All;
        Assert.Equal([true, true, false, false, false], new[] { all[0].HasSameBodyAs(all[0]), all[0].HasSameBodyAs(all[1]), all[0].HasSameBodyAs(all[2]), all[0].HasSameBodyAs(all[3]), all[3].HasSameBodyAs(all[4]) });
        Assert.Equal(["{}", "{}", "{}", null, null, null, null], all.Select(received => received.Body));
        Assert.Equal(bodies.Select(body => Encoding.UTF8.GetByteCount(body)), all.Select(received => received.BodyLength));
    }

    [Fact]
    public async Task Two_names_are_not_one_with_a_comma_in_it()
    {
        await using var lab = Lab.InProcess();
        var slip = await lab.Post("domains/import/jobs", """{"domains":["a-acme.com,b-acme.com"]}""");
        var meant = await lab.Post("domains/import/jobs", """{"domains":["a-acme.com","b-acme.com"]}""");
        Assert.NotEqual(slip.Id, meant.Id);
    }

    [Fact]
    public async Task A_large_order_is_judged_at_once()
    {
        await using var lab = Lab.InProcess();
        var names = Enumerable.Range(0, 20_000).Select(number => $"acme-{number}.com").ToArray();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await lab.Post("orders", Lab.Order("\"google_licenses\":40000", names));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }
}
