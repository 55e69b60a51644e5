using System.Text;

namespace Peeker.Sandbox.Tests.Operations;

/// <summary>Each operation that documents a 400, with a request that causes one and the field it names.</summary>
public sealed class InvalidRequestTests
{
    public static TheoryData<string, string, string?, string> Requests { get; } = new()
    {
        { "Bundles_Create", "bundles", """{"monthly_sending_volume":1}""", "name" },
        { "Bundles_List", "bundles?status=other", null, "status" },
        { "Bundles_Get", "bundles/ord_1", null, "id" },
        { "Bundles_Update", "bundles/ord_1", "{}", "id" },
        { "Bundles_Update", "bundles/bun_1", """{"name":null}""", "name" },
        { "Bundles_Delete", "bundles/ord_1", null, "id" },
        { "Users_Create", "users", """{"sequencer":{"provider":"smartlead"}}""", "email" },
        { "Users_Create", "users", """{"email":"a@acme.com"}""", "sequencer" },
        { "Users_Create", "users", """{"email":"a@acme.com","sequencer":null}""", "sequencer" },
        { "Users_Create", "users", """{"email":"a@acme.com","sequencer":{}}""", "sequencer.provider" },
        { "Users_Create", "users", """{"email":"a@acme.com","sequencer":{"provider":"smartlead","client_id":"x"}}""", "sequencer.client_id" },
        { "Users_Create", "users", """{"email":"a@acme","sequencer":{"provider":"smartlead"}}""", "email" },
        { "Users_List", "users?email=nobody", null, "email" },
        { "Users_List", "users?status=archived", null, "status" },
        { "Users_Get", "users/bun_1", null, "id" },
        { "Users_Update", "users/bun_1", "{}", "id" },
        { "Users_Update", "users/usr_1", """{"sequencer":{"provider":"other"}}""", "sequencer.provider" },
        { "Users_Delete", "users/bun_1", null, "id" },
        { "Domains_CheckAvailability", "domains/availability", """{"domains":["a.com",5]}""", "domains[1]" },
        { "Domains_Import", "domains/import", """{"domains":[]}""", "domains" },
        { "Domains_FindImport", "domains/import", null, "domains" },
        { "Domains_GetImport", "domains/import/fwj_1", null, "id" },
        { "Domains_StartImportJob", "domains/import/jobs", """{"domains":["a.com",null]}""", "domains[1]" },
        { "Domains_GetImportJob", "domains/import/jobs/fwj_1", null, "id" },
        { "Domains_List", "domains?user_id=ord_1", null, "user_id" },
        { "Domains_List", "domains?user_email=nobody", null, "user_email" },
        { "Domains_List", "domains?status=completed", null, "status" },
        { "Domains_SetForwarding", "domains/forwarding", """{"domains":["a.com"]}""", "forwarding_url" },
        { "Domains_SetForwarding", "domains/forwarding", """{"domains":["a.com"],"forwarding_url":"ftp://acme.com"}""", "forwarding_url" },
        { "Domains_SetForwarding", "domains/forwarding", """{"domains":[],"forwarding_url":"https://acme.com"}""", "domains" },
        { "Domains_GetForwarding", "domains/forwarding/imp_1", null, "id" },
        { "Orders_Create", "orders", "{}", "bundle_id" },
        { "Orders_List", "orders?bundle_id=ord_1", null, "bundle_id" },
        { "Orders_Get", "orders/bun_1", null, "id" },
        { "Orders_ListPendingActions", "orders/pending?order_id=bun_1", null, "order_id" },
        { "Orders_ListPendingActions", "orders/pending?domain_id=bun_1", null, "domain_id" },
        { "Orders_Cancel", "orders/bun_1/cancel", null, "id" },
        { "Orders_Cancel", "orders/ord_1/cancel", "{}", "domains" },
        { "Orders_Cancel", "orders/ord_1/cancel", """{"domains":[]}""", "domains" },
        { "Orders_Cancel", "orders/ord_1/cancel", """{"domains":[7]}""", "domains[0]" },
        { "Swaps_Create", "swaps", """{"type":"user_names","domain_id":"dom_1","replacement_domain":"a.com"}""", "type" },
        { "Swaps_Create", "swaps", """{"type":"standard","domain_id":"a.com","replacement_domain":"a.com"}""", "domain_id" },
        { "Swaps_Create", "swaps", """{"type":"standard","domain_id":"dom_1"}""", "replacement_domain" },
        { "Swaps_ChangeUserNames", "swaps/user_names", """{"domain_id":"dom_1","personas":[]}""", "personas" },
        { "Swaps_ChangeUserNames", "swaps/user_names", """{"domain_id":"dom_1","personas":[{"first_name":"A","last_name":"B"}]}""", "personas[0].profile_picture_url" },
        { "Swaps_List", "swaps?domain_id=swp_1", null, "domain_id" },
        { "Swaps_List", "swaps?order_id=swp_1", null, "order_id" },
        { "Swaps_List", "swaps?user_id=swp_1", null, "user_id" },
        { "Swaps_List", "swaps?status=open", null, "status" },
        { "Swaps_Get", "swaps/dom_1", null, "id" },
    };

    public static TheoryData<string> Lists => [.. Documented.All.Where(operation => operation.Id.Contains("_List", StringComparison.Ordinal)).Select(operation => operation.Path[1..])];

    [Fact]
    public void No_operation_is_left_out() =>
        Assert.Equal(Documented.All.Where(operation => operation.Statuses.Contains(400)).Select(operation => operation.Id).Order(), OperationsOf(Requests).Distinct().Order());

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_field_is_named(string operationId, string path, string? body, string field)
    {
        await using var lab = await Steps.AtNoon();
        var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        (await lab.Send(new(Documented.Of(operationId).Method, path) { Content = content })).Refuses(400, "invalid_request", field);
        Assert.Equal(operationId, lab.Sandbox.Requests.All[^1].Operation);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_page_has_1_to_100_rows(string path)
    {
        await using var lab = await Steps.AtNoon();
        foreach (var size in new[] { -1, 0, 101 }) (await lab.Get($"{path}?per_page={size}")).Refuses(400, "invalid_request", "per_page");
        foreach (var size in new[] { 1, 100 }) Assert.Equal(size, (await lab.Get($"{path}?per_page={size}")).Body.GetProperty("meta").GetProperty("per_page").GetInt32());
        (await lab.Get($"{path}?page_token=made-up")).Refuses(400, "invalid_request", "page_token");
    }

    private static IEnumerable<string> OperationsOf(IEnumerable<object[]> rows) => rows.Select(row => (string)row[0]);
}
