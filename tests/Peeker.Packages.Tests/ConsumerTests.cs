using System.Text.Json;
using Peeker.Sandbox;

namespace Peeker.Packages.Tests;

/// <summary>Programs of somebody who has the packages and nothing of the repository, built with warnings as errors and run against the sandbox.</summary>
[Collection(nameof(Packed))]
[Trait("Category", "Long")]
public sealed class ConsumerTests(PackedFeed feed)
{
    [Fact]
    public async Task The_ten_lines_of_the_readme_run_in_an_empty_folder()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        using var folder = new Folder();
        feed.Configure(folder.Path);
        await Command.DotnetAsync(folder.Path, "new", "console", "-n", "Shop", "-o", ".");
        await Command.DotnetAsync(folder.Path, "add", "package", "Peeker");
        await File.WriteAllTextAsync(folder["Program.cs"], Readme());
        Assert.Equal("15 Google and 4 Microsoft domains\nacme-mail.com: available\nacme-taken.com: taken\n", await RunAsync(sandbox, folder.Path, "dotnet", "run"));
        var restored = JsonDocument.Parse(await File.ReadAllTextAsync(folder["obj/project.assets.json"])).RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).ToList();
        Assert.Contains("Peeker", restored);
        Assert.DoesNotContain(restored, name => name.StartsWith("NSwag", StringComparison.Ordinal) || name is "MinVer" or "YamlDotNet" || name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_web_application_a_worker_and_a_test_project_build_without_a_warning_and_run_on_both_frameworks()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        using var folder = Consumers();
        await Command.DotnetAsync(folder.Path, "new", "sln", "-n", "Consumers", "--format", "sln");
        await Command.DotnetAsync(folder.Path, "sln", "add", "Web", "Worker", "Tests");
        await Command.DotnetAsync(folder.Path, "build", "Consumers.sln", "--nologo", $"-p:PeekerVersion={feed.Version}");
        foreach (var framework in (string[])["net8.0", "net10.0"])
        {
            Assert.Equal("204 True\n", await RunAsync(sandbox, folder["Web"], "dotnet", $"bin/Debug/{framework}/Web.dll"));
            Assert.Equal("test\n", await RunAsync(sandbox, folder["Worker"], "dotnet", $"bin/Debug/{framework}/Worker.dll"));
            Assert.Contains("Passed:     1", await RunAsync(sandbox, folder["Tests"], "dotnet", "test", "--no-build", "--nologo", "-f", framework, $"-p:PeekerVersion={feed.Version}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_in_the_source_of_somebody_who_has_only_the_other_packages_is_warned_about_and_not_quoted()
    {
        using var folder = Consumers();
        await File.WriteAllTextAsync(folder["Worker/Key.cs"], """internal static class Key { public const string Live = "pk_live_0123456789abcdef"; }""");
        var said = await Command.DotnetAsync(folder["Worker"], "build", "-f", "net10.0", "--nologo", "-p:TreatWarningsAsErrors=false", $"-p:PeekerVersion={feed.Version}");
        Assert.Contains("Key.cs(1,56): warning PEEKER103", said, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_published_ahead_of_time_runs_and_nothing_was_warned_about()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        using var folder = Consumers();
        await File.WriteAllTextAsync(folder["Ahead/Program.cs"], Readme());
        var said = await Command.DotnetAsync(folder["Ahead"], "publish", "-c", "Release", "-o", "out", "--nologo", $"-p:PeekerVersion={feed.Version}");
        Assert.DoesNotMatch("warning|IL[23][0-9]{3}", said);
        Assert.StartsWith("15 Google and 4 Microsoft domains\n", await RunAsync(sandbox, folder["Ahead"], folder["Ahead/out/Ahead"]), StringComparison.Ordinal);
    }

    private static Task<string> RunAsync(PeekerSandbox sandbox, string folder, string program, params string[] arguments) => Command.RunAsync(folder, program, arguments, new Dictionary<string, string>
    {
        ["PEEKER_API_KEY"] = sandbox.ApiKey,
        ["PEEKER_BASE_ADDRESS"] = sandbox.BaseAddress.AbsoluteUri,
    });

    /// <summary>The program in the readme of the package.</summary>
    private static string Readme()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "src/Peeker/README.md"));
        var begin = text.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return text[begin..text.IndexOf("```", begin, StringComparison.Ordinal)];
    }

    private Folder Consumers()
    {
        var folder = new Folder();
        Folder.Copy(Path.Combine(AppContext.BaseDirectory, "Consumers"), folder.Path);
        feed.Configure(folder.Path);
        return folder;
    }
}
