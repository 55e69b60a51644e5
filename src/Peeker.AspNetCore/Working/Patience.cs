namespace Peeker.AspNetCore;

/// <summary>How long handlers may run before somebody is told, and who tells.</summary>
internal sealed record Patience(TimeSpan After, Action<InboxClaim, TimeSpan> Tell);
