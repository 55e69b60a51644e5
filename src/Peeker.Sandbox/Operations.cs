using System.Collections.Frozen;
using Peeker.Sandbox.Bundles;
using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.Orders;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Swaps;
using Peeker.Sandbox.Time;
using Peeker.Sandbox.Users;

namespace Peeker.Sandbox;

/// <summary>What each operation of the specification does.</summary>
internal static class Operations
{
    public static FrozenDictionary<string, Func<Call, byte[]>> Make(PeekerSandboxOptions options, Ids ids, Timeline timeline)
    {
        var delay = options.CompletionDelay;
        var importRun = new ImportRun(ids, timeline);
        var imports = new ImportOperations(importRun, timeline, delay);
        var forwarding = new ForwardingOperations(timeline, delay);
        var orders = new OrderOperations(new Provisioning(timeline, new PendingActions(ids, timeline), delay));
        var cancellations = new CancellationOperations(timeline);
        var swapRun = new SwapRun(ids, timeline, delay);
        var swaps = new SwapOperations(new SwapRules(options.PremiumSwapPercent), swapRun);
        importRun.Arrived = swapRun.Arrived;
        var partner = new Partner { Id = ids.Of("org_", "partner"), Name = "Sandbox partner" };
        return new Dictionary<string, Func<Call, byte[]>>
        {
            ["Me_Get"] = call => Envelope.Data(new Me { ApiKey = new() { Environment = call.World.Environment, PermissionPreset = call.Key.Preset }, Partner = partner }),
            ["Bundles_Create"] = BundleOperations.Create,
            ["Bundles_List"] = BundleOperations.List,
            ["Bundles_Get"] = BundleOperations.Get,
            ["Bundles_Update"] = BundleOperations.Update,
            ["Bundles_Delete"] = BundleOperations.Delete,
            ["Users_Create"] = UserOperations.Create,
            ["Users_List"] = UserOperations.List,
            ["Users_Get"] = UserOperations.Get,
            ["Users_Update"] = UserOperations.Update,
            ["Users_Delete"] = UserOperations.Delete,
            ["Domains_CheckAvailability"] = AvailabilityOperations.Check,
            ["Domains_Import"] = imports.Import,
            ["Domains_FindImport"] = ImportOperations.FindByDomains,
            ["Domains_GetImport"] = ImportOperations.Get,
            ["Domains_StartImportJob"] = imports.StartJob,
            ["Domains_GetImportJob"] = ImportOperations.Get,
            ["Domains_List"] = InventoryOperations.List,
            ["Domains_SetForwarding"] = forwarding.Set,
            ["Domains_GetForwarding"] = ForwardingOperations.Get,
            ["Orders_Create"] = orders.Create,
            ["Orders_List"] = OrderOperations.List,
            ["Orders_Get"] = OrderOperations.Get,
            ["Orders_ListPendingActions"] = PendingActions.List,
            ["Orders_Cancel"] = cancellations.Cancel,
            ["Swaps_Create"] = swaps.Create,
            ["Swaps_ChangeUserNames"] = swaps.ChangeUserNames,
            ["Swaps_List"] = SwapOperations.List,
            ["Swaps_Get"] = SwapOperations.Get,
        }.ToFrozenDictionary();
    }
}
