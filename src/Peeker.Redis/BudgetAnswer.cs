namespace Peeker.Redis;

/// <summary>What the script says.</summary>
/// <param name="Epoch">Where the count in Redis began.</param>
/// <param name="IsStranger">The count began anew: nothing was done, and everything is to be reported first.</param>
/// <param name="Granted">Permits granted, at most those wanted.</param>
/// <param name="Wait">How long until there may be one more; zero when all were granted.</param>
/// <param name="Processes">Processes that called within the last window, this one included.</param>
/// <param name="Free">Permits that are free after this.</param>
internal readonly record struct BudgetAnswer(string Epoch, bool IsStranger, int Granted, TimeSpan Wait, int Processes, int Free);
