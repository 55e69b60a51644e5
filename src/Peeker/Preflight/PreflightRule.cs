namespace Peeker;

/// <summary>A rule of the docs for orders. Each can be switched off with <see cref="OrderContext.SwitchedOff"/> when the API has moved on.</summary>
public enum PreflightRule
{
    /// <summary>An order names a bundle or licence counts: not both, not neither (docs: orders).</summary>
    OrderShape = 1,

    /// <summary>The customer is a <c>usr_</c> id or an e-mail address; an id must exist, which is never checked here (docs: orders).</summary>
    User,

    /// <summary>A bundle's id starts with <c>bun_</c> (docs: orders).</summary>
    BundleId,

    /// <summary>The bundle is active. Needs the bundle (docs: bundles).</summary>
    BundleActive,

    /// <summary>Licence counts are numbers from 0, at least one of them above (docs: orders; the limits are assumptions).</summary>
    Licenses,

    /// <summary>Inboxes on a Google domain are 2 or 3 (docs: bundles).</summary>
    InboxesPerDomain,

    /// <summary>The sequencer is a known one and its client an id, null or empty (docs: quickstart).</summary>
    Sequencer,

    /// <summary>Both fields of the Smartlead login are there (docs: quickstart).</summary>
    SequencerLogin,

    /// <summary>Forwarding addresses are http or https (docs: orders).</summary>
    ForwardingUrl,

    /// <summary>There is at least one domain, each a name or an object with a name (docs: orders).</summary>
    Domains,

    /// <summary>There are 1 to 10 personas, each with both names (docs: orders).</summary>
    Personas,

    /// <summary>The key of a persona's picture is there; its value may be null, empty, or an http or https address (docs: orders).</summary>
    PersonaPicture,

    /// <summary>The order has as many domains as the bundle or the licences need: <c>domain_count_mismatch</c>. A bundle order needs the bundle (docs: errors).</summary>
    DomainCount,

    /// <summary>Enough of the domains can run on Microsoft. Needs the bundle and the rows of availability (docs: domains).</summary>
    MicrosoftSplit,

    /// <summary>Each domain is a root domain (docs: domains).</summary>
    DomainName,

    /// <summary>No domain stands in the order twice.</summary>
    DuplicateDomain,

    /// <summary>Each domain can be bought, or was imported. Needs the rows of availability, and the inventory for names that are taken (docs: domains).</summary>
    DomainAvailable,

    /// <summary>No domain is on another order or still being imported. Only the API knows; never checked here.</summary>
    DomainFree,
}
