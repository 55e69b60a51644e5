namespace Peeker.Cli;

/// <summary>What the user gave cannot be used. The message is one line, and says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);
