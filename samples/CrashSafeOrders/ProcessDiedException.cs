namespace CrashSafeOrders;

/// <summary>Stands for a SIGKILL in the story.</summary>
internal sealed class ProcessDiedException : Exception;
