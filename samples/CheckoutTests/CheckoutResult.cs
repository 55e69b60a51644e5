namespace CheckoutTests;

/// <summary>How a checkout ended.</summary>
internal abstract record CheckoutResult;

/// <summary>The order stands.</summary>
internal sealed record Ordered(string OrderId, long TotalCents) : CheckoutResult;

/// <summary>Some names cannot be bought; the customer picks others.</summary>
internal sealed record NamesGone(IReadOnlyList<string> Names) : CheckoutResult;

/// <summary>The plan needs more names, or fewer.</summary>
internal sealed record WrongNumberOfNames(int? Required) : CheckoutResult;

/// <summary>The order was refused for another reason; nothing was ordered.</summary>
internal sealed record Refused(string? Field) : CheckoutResult;

/// <summary>Nothing was ordered; the same checkout may succeed after a wait.</summary>
internal sealed record TryLater(TimeSpan? After) : CheckoutResult;

/// <summary>The order may stand or not. Keep it and send it again: a new checkout could charge twice.</summary>
internal sealed record Unknown(CustomOrder Order) : CheckoutResult;
