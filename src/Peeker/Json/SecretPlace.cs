namespace Peeker.Json;

/// <summary>Where a secret stands in a document.</summary>
/// <param name="Path">Its path from the top, for example <c>sequencer.login_password</c>.</param>
/// <param name="Start">The position of its opening quote.</param>
/// <param name="Length">Its length in bytes, quotes included.</param>
internal readonly record struct SecretPlace(string Path, int Start, int Length);
