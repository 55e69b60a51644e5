namespace Peeker.Sandbox.State;

/// <summary>A domain's place on an order.</summary>
/// <param name="Domain">The domain that fills it.</param>
/// <param name="Provider">Where its inboxes are.</param>
/// <param name="Licences">How many licences it takes: one for each Google inbox, one for a Microsoft domain.</param>
/// <param name="Registered">Whether the domain was bought with the order.</param>
internal sealed record OrderSlot(DomainRecord Domain, MailProvider Provider, int Licences, bool Registered);
