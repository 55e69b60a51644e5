using System.CommandLine;

namespace Peeker.Cli;

/// <summary>Options that mean the same wherever they stand. Made anew for each run: an option remembers the commands it belongs to.</summary>
internal sealed class CommonOptions
{
    public Option<bool> Json { get; } = new("--json") { Description = "Write JSON instead of text.", Recursive = true };

    public Option<string?> KeyFile { get; } = new("--key-file") { Description = "A file with the API key, readable by you alone. Without it PEEKER_API_KEY is read, then the file that PEEKER_API_KEY_FILE names." };

    public Option<Uri?> BaseAddress { get; } = Addresses.Option("--base-address", "Where the API is, for example a sandbox. Without it PEEKER_BASE_ADDRESS is read, then the documented address is taken.");
}
