using System.Net;
using System.Text;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>A sandbox that holds one of everything, and a request of each operation that succeeds there.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private static readonly Dictionary<string, (string Path, string? Body)> Requests = new()
    {
        ["Me_Get"] = ("me", null),
        ["Bundles_Create"] = ("bundles", """{"name":"a","monthly_sending_volume":1}"""),
        ["Bundles_List"] = ("bundles", null),
        ["Bundles_Get"] = ("bundles/<bun>", null),
        ["Bundles_Update"] = ("bundles/<bun>", """{"name":"b"}"""),
        ["Bundles_Delete"] = ("bundles/<bun>", null),
        ["Users_Create"] = ("users", """{"email":"new@acme.com","sequencer":{"provider":"smartlead"}}"""),
        ["Users_List"] = ("users", null),
        ["Users_Get"] = ("users/<usr>", null),
        ["Users_Update"] = ("users/<usr>", """{"first_name":"Alex"}"""),
        ["Users_Delete"] = ("users/<usr>", null),
        ["Domains_CheckAvailability"] = ("domains/availability", """{"domains":["free-acme.com"]}"""),
        ["Domains_Import"] = ("domains/import", """{"domains":["import-acme.com"]}"""),
        ["Domains_FindImport"] = ("domains/import?domains=<name>", null),
        ["Domains_GetImport"] = ("domains/import/<imp>", null),
        ["Domains_StartImportJob"] = ("domains/import/jobs", """{"domains":["job-acme.com"]}"""),
        ["Domains_GetImportJob"] = ("domains/import/jobs/<imp>", null),
        ["Domains_List"] = ("domains", null),
        ["Domains_SetForwarding"] = ("domains/forwarding", """{"domains":["<dom>"],"forwarding_url":"https://acme.com"}"""),
        ["Domains_GetForwarding"] = ("domains/forwarding/<fwj>", null),
        ["Orders_Create"] = ("orders", Lab.Order("\"bundle_id\":\"<bun>\"", "three-acme.com", "four-acme.com")),
        ["Orders_List"] = ("orders", null),
        ["Orders_Get"] = ("orders/<ord>", null),
        ["Orders_ListPendingActions"] = ("orders/pending", null),
        ["Orders_Cancel"] = ("orders/<ord>/cancel", null),
        ["Swaps_Create"] = ("swaps", """{"type":"standard","domain_id":"<dom>","replacement_domain":"next-acme.com"}"""),
        ["Swaps_ChangeUserNames"] = ("swaps/user_names", """{"domain_id":"<dom>","personas":[{"first_name":"A","last_name":"B","profile_picture_url":null}]}"""),
        ["Swaps_List"] = ("swaps", null),
        ["Swaps_Get"] = ("swaps/<swp>", null),
    };

    private readonly Dictionary<string, string> _ids = [];

    private Scene(Lab lab) => Lab = lab;

    public Lab Lab { get; }

    public static async Task<Scene> StartAsync()
    {
        var scene = new Scene(await Steps.AtNoon());
        var (lab, ids) = (scene.Lab, scene._ids);
        ids["bun"] = await lab.BundleForTwo();
        ids["usr"] = (await lab.Post("users", """{"email":"sam@acme.com","sequencer":{"provider":"smartlead"}}""")).Is(HttpStatusCode.Created).Id;
        ids["name"] = "owned-acme.com";
        ids["imp"] = (await lab.Post("domains/import", """{"domains":["owned-acme.com"]}""")).Is(HttpStatusCode.OK).Id;
        ids["ord"] = await lab.Complete("\"google_licenses\":4", "one-acme.com", "two-acme.com");
        ids["dom"] = await lab.IdOf("one-acme.com");
        ids["fwj"] = (await lab.Post("domains/forwarding", """{"domains":["one-acme.com"],"forwarding_url":"https://acme.com/a"}""")).Is(HttpStatusCode.Accepted).Id;
        ids["swp"] = (await lab.Post("swaps", $$"""{"type":"standard","domain_id":"{{await lab.IdOf("two-acme.com")}}","replacement_domain":"else-acme.com"}""")).Is(HttpStatusCode.Created).Id;
        await lab.Pass(Steps.Done);
        return scene;
    }

    public Task<Answer> Call(string operationId) => Lab.Send(Request(operationId, _ids));

    /// <summary>The same request, about resources that nobody has.</summary>
    public static HttpRequestMessage OfNothing(string operationId) => Request(operationId, new Dictionary<string, string> { ["name"] = "nobody.com" });

    public ValueTask DisposeAsync() => Lab.DisposeAsync();

    private static HttpRequestMessage Request(string operationId, Dictionary<string, string> ids)
    {
        var (path, body) = Requests[operationId];
        return new(Documented.Of(operationId).Method, Fill(path))
        {
            Content = body is null ? null : new StringContent(Fill(body), Encoding.UTF8, "application/json"),
        };

        string Fill(string text)
        {
            foreach (var prefix in (ReadOnlySpan<string>)["bun", "usr", "imp", "dom", "fwj", "ord", "swp", "name"])
                text = text.Replace($"<{prefix}>", ids.GetValueOrDefault(prefix, prefix + "_unknown"), StringComparison.Ordinal);
            return text;
        }
    }
}
