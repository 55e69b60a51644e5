using System.Globalization;

namespace Peeker.Packages.Tests;

/// <summary>The packages of the last commit, packed from two clean clones, and a feed that has them.</summary>
public sealed class PackedFeed : IAsyncLifetime, IDisposable
{
    internal const string Remote = "https://github.com/example/peeker-dotnet";
    private readonly Folder _folder = new();

    /// <summary>Another for each run, since NuGet keeps what it restored once under its version. A part has 16 bits: the days, and every other second of the day.</summary>
    internal string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.{(int)(DateTime.UtcNow - DateTime.UnixEpoch).TotalDays}.{(int)DateTime.UtcNow.TimeOfDay.TotalSeconds / 2}");

    internal string First => _folder["first"];

    internal string Second => _folder["second"];

    internal string Commit { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await PackAsync("clone-one", First);
        await PackAsync("clone-two", Second);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _folder.Dispose();
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        foreach (var package in Directory.Exists(cache) ? Directory.GetDirectories(cache, "peeker*") : [])
            if (Path.Combine(package, Version) is var unpacked && Directory.Exists(unpacked)) Directory.Delete(unpacked, recursive: true);
    }

    /// <summary>The configuration of a consumer: the feed beside whatever the machine has.</summary>
    internal void Configure(string folder) => File.WriteAllText(Path.Combine(folder, "nuget.config"),
        $"""<configuration><packageSources><add key="packed" value="{First}" /></packageSources></configuration>""");

    private async Task PackAsync(string clone, string feed)
    {
        await Command.RunAsync(_folder.Path, "git", ["clone", "--quiet", RepositoryFolder.Path, clone], null);
        var folder = _folder[clone];
        await Command.RunAsync(folder, "git", ["remote", "set-url", "origin", Remote], null);
        await Command.RunAsync(folder, "git", ["tag", Version], null);
        Commit = (await Command.RunAsync(folder, "git", ["rev-parse", "HEAD"], null)).Trim();
        await Command.RunAsync(folder, "dotnet", ["pack", "Peeker.Generated.sln", "-c", "Release", "-o", feed, "--nologo", "-v", "q"], new Dictionary<string, string> { ["CI"] = "true" });
    }
}
