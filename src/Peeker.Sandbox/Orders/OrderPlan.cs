using Peeker.Sandbox.Bundles;
using Peeker.Sandbox.Domains;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Orders;

/// <summary>What an order buys, out of either body, and the rules that no schema can say.</summary>
internal sealed record OrderPlan(
    string User, string? BundleId, OrderSequencer Sequencer, string? ForwardingUrl, IReadOnlyList<OrderDomain> Domains, IReadOnlyList<Persona> Personas,
    int GoogleDomains, int MicrosoftDomains, int GoogleLicenses, int MicrosoftLicenses)
{
    public static OrderPlan Read(Call call)
    {
        if (call.Body.TryGetProperty("bundle_id", out _))
        {
            var order = call.Read<BundleOrder>();
            var bundle = BundleOperations.Find(call.World, order.BundleId, "bundle_id");
            if (bundle.Status != BundleStatus.Active) throw Fault.Invalid("bundle_id", "The bundle is archived; use an active one.");
            var need = bundle.RequiredDomains;
            return new(order.User, order.BundleId, order.Sequencer, order.ForwardingUrl, order.Domains, order.Personas,
                need.Google, need.Microsoft, need.Google * bundle.GoogleInboxesPerDomain, need.Microsoft);
        }

        var custom = call.Read<CustomOrder>();
        var (google, microsoft) = (custom.GoogleLicenses ?? 0, custom.MicrosoftLicenses ?? 0);
        if (google == 0 && microsoft == 0) throw Fault.Invalid(custom.GoogleLicenses is null ? "microsoft_licenses" : "google_licenses", "At least one licence must be ordered.");
        var density = custom.GoogleInboxesPerDomain ?? 2;
        return new(custom.User, null, custom.Sequencer, custom.ForwardingUrl, custom.Domains, custom.Personas,
            (google / density) + (google % density > 0 ? 1 : 0), microsoft, google, microsoft);
    }

    /// <summary>Counts, then the Microsoft split, then each domain. The caller holds the lock.</summary>
    public IReadOnlyList<Slot> Check(World world)
    {
        CheckFields();
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
        var slots = names.Select((name, index) => Place(world, name, index)).ToList();
        AssignProviders(slots);
        return slots;
    }

    // What a field must be beyond its schema, in the order of the specification.
    private void CheckFields()
    {
        RequireWebAddress(ForwardingUrl, "forwarding_url");
        for (var index = 0; index < Domains.Count; index++) RequireWebAddress(Domains[index].ForwardingUrl, $"domains[{index}].forwarding_url");
        for (var index = 0; index < Personas.Count; index++)
        {
            if (Personas[index].ProfilePictureUrl is { Length: > 0 } picture) RequireWebAddress(picture, $"personas[{index}].profile_picture_url");
        }
    }

    private Slot Place(World world, string? name, int index)
    {
        var field = Domains[index].AsObject is null ? $"domains[{index}]" : $"domains[{index}].domain";
        if (name is null || !DomainText.IsRoot(name)) throw Fault.Invalid(field, $"{field} must be a root domain such as acme-mail.com");
        if (Domains.Take(index).Any(earlier => DomainText.Normalise(earlier.Domain) == name)) throw Fault.Invalid(field, $"{field} stands in the order twice");
        var known = world.DomainNamed(name);
        if (known?.Order is not null) throw Fault.Invalid(field, $"{field} is on another order");
        if (known is null && MagicName.Unavailable(name) is { } reason) throw Fault.Invalid(field, $"{field} cannot be bought ({reason}) and was not imported");
        return new(name, known, Domains[index].ForwardingUrl ?? ForwardingUrl);
    }

    // Google-only names go to Google first; what is left of Google's share comes from the rest.
    private void AssignProviders(List<Slot> slots)
    {
        var google = GoogleDomains;
        foreach (var slot in slots.OrderBy(slot => MagicName.UsableFor(slot.Name).Count))
        {
            slot.Provider = google > 0 ? MailProvider.Google : MailProvider.Microsoft;
            google--;
        }
    }

    private static void RequireWebAddress(string? url, string field)
    {
        if (url is not null && (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")))
            throw Fault.Invalid(field, $"{field} must be an http or https address");
    }

    internal sealed class Slot(string name, DomainRecord? known, string? forwardingUrl)
    {
        public string Name => name;

        public DomainRecord? Known => known;

        public string? ForwardingUrl => forwardingUrl;

        public MailProvider Provider { get; set; }
    }
}
