namespace CrashSafeOrders;

/// <summary>A business order that is not finished.</summary>
/// <param name="Number">Its number in the shop.</param>
/// <param name="Submission">The bytes to send; null while it is only planned.</param>
internal sealed record OrderRow(int Number, byte[]? Submission);
