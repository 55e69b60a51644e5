using Peeker.Sandbox.Bundles;
using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Orders;

/// <summary>What an order buys, out of either body, and the rules that no schema can say.</summary>
internal sealed record OrderPlan(
    string User, string? BundleId, OrderSequencer Sequencer, string? ForwardingUrl, IReadOnlyList<OrderDomain> Domains, IReadOnlyList<Persona> Personas,
    int GoogleDomains, int MicrosoftDomains, int GoogleLicenses, int InboxesPerDomain)
{
    /// <summary>The body as the model it is.</summary>
    public static object Parse(Call call) => call.Body.TryGetProperty("bundle_id", out _) ? call.Read<BundleOrder>() : call.Read<CustomOrder>();

    /// <summary>The caller holds the world's lock.</summary>
    public static OrderPlan Read(Call call, object body)
    {
        if (body is BundleOrder order)
        {
            var bundle = BundleOperations.Find(call.World, order.BundleId, "bundle_id");
            if (bundle.Status != BundleStatus.Active) throw Fault.Invalid("bundle_id", "The bundle is archived; use an active one.");
            var need = bundle.RequiredDomains;
            return new(order.User, order.BundleId, order.Sequencer, order.ForwardingUrl, order.Domains, order.Personas,
                need.Google, need.Microsoft, need.Google * bundle.GoogleInboxesPerDomain, bundle.GoogleInboxesPerDomain);
        }

        var custom = (CustomOrder)body;
        var (google, microsoft) = (custom.GoogleLicenses ?? 0, custom.MicrosoftLicenses ?? 0);
        if (google == 0 && microsoft == 0) throw Fault.Invalid(custom.GoogleLicenses is null ? "microsoft_licenses" : "google_licenses", "At least one licence must be ordered.");
        var density = custom.GoogleInboxesPerDomain ?? 2;
        return new(custom.User, null, custom.Sequencer, custom.ForwardingUrl, custom.Domains, custom.Personas,
            (google / density) + (google % density > 0 ? 1 : 0), microsoft, google, density);
    }

    /// <summary>Counts, then the Microsoft split, then each domain. The caller holds the lock.</summary>
    public IReadOnlyList<Slot> Check(World world)
    {
        var required = (int)Math.Min((long)GoogleDomains + MicrosoftDomains, int.MaxValue);
        if (Domains.Count != required)
            throw new Fault(400, ErrorCode.DomainCountMismatch, $"The order needs {required} domains.", "domains", new()
            {
                RequiredCount = required,
                SubmittedCount = Domains.Count,
                MissingCount = Math.Max(0, required - Domains.Count),
            });
        var names = Domains.Select(domain => DomainText.Normalise(domain.Domain)).ToList();
        var forMicrosoft = names.Count(name => name is not null && MagicName.UsableFor(name).Contains(MailProvider.Microsoft));
        if (forMicrosoft < MicrosoftDomains)
            throw Fault.Invalid("domains", $"{MicrosoftDomains} of the domains must be usable for microsoft; {forMicrosoft} are.");
        var seen = new HashSet<string>(names.Count, StringComparer.Ordinal);
        var slots = new List<Slot>(names.Count);
        for (var index = 0; index < names.Count; index++) slots.Add(Place(world, names[index], index, seen));
        AssignProviders(slots);
        return slots;
    }

    private Slot Place(World world, string? name, int index, HashSet<string> seen)
    {
        if (name is null || !DomainText.IsRoot(name)) throw Refuse("must be a root domain such as acme-mail.com");
        if (!seen.Add(name)) throw Refuse("stands in the order twice");
        var known = world.DomainNamed(name);
        if (known?.Order is not null) throw Refuse("is on another order");
        if (known is null && world.Importing.ContainsKey(name)) throw Refuse("is still being imported");
        if (known is null && MagicName.Unavailable(name) is { } reason) throw Refuse($"cannot be bought ({reason}) and was not imported");
        return new(name, known, Domains[index].ForwardingUrl ?? ForwardingUrl);

        Fault Refuse(string why)
        {
            var field = Domains[index].AsObject is null ? $"domains[{index}]" : $"domains[{index}].domain";
            return Fault.Invalid(field, $"{field} {why}");
        }
    }

    // Google-only names go to Google first; what is left of Google's share comes from the rest. The last Google domain takes what
    // licences are left.
    private void AssignProviders(List<Slot> slots)
    {
        var (domains, licences) = (GoogleDomains, GoogleLicenses);
        foreach (var slot in slots.OrderBy(slot => MagicName.UsableFor(slot.Name).Count))
        {
            (slot.Provider, slot.Licences) = domains-- > 0 ? (MailProvider.Google, Math.Min(InboxesPerDomain, licences)) : (MailProvider.Microsoft, 1);
            licences -= slot.Licences;
        }
    }

    internal sealed class Slot(string name, DomainRecord? known, string? forwardingUrl)
    {
        public string Name => name;

        public DomainRecord? Known => known;

        public string? ForwardingUrl => forwardingUrl;

        public MailProvider Provider { get; set; }

        public int Licences { get; set; }
    }
}
