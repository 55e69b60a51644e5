using System.Text;
using System.Xml.Linq;

namespace Peeker.Packages.Tests;

/// <summary>What is packed, and what is not.</summary>
[Collection(nameof(Packed))]
[Trait("Category", "Long")]
public sealed class PackageTests(PackedFeed feed)
{
    private static readonly string[] Libraries = ["Peeker", "Peeker.AspNetCore", "Peeker.DependencyInjection", "Peeker.Redis", "Peeker.Sandbox", "Peeker.Sqlite"];

    // Ours alone: the compiler brings what they are built against.
    private static readonly string[] Analyzers = ["analyzers/dotnet/cs/Peeker.Analyzers.CodeFixes.dll", "analyzers/dotnet/cs/Peeker.Analyzers.dll"];

    [Fact]
    public void Every_package_has_its_libraries_their_documentation_a_readme_a_licence_and_an_icon()
    {
        foreach (var id in Libraries)
        {
            using var package = new Package(Path.Combine(feed.First, $"{id}.{feed.Version}.nupkg"));
            string[] expected = ["LICENSE", $"{id}.nuspec", "README.md", "icon.png", .. id == "Peeker" ? (string[])["THIRD-PARTY-NOTICES.md", .. Analyzers] : [], .. Frameworks().SelectMany(framework => new[] { $"lib/{framework}/{id}.dll", $"lib/{framework}/{id}.xml" })];
            Assert.Equal(expected.Order(StringComparer.Ordinal), package.Files);
            using var symbols = new Package(Path.Combine(feed.First, $"{id}.{feed.Version}.snupkg"));
            foreach (var framework in Frameworks())
                Assert.Contains($"{PackedFeed.Remote.Replace("github.com", "raw.githubusercontent.com", StringComparison.Ordinal)}/{feed.Commit}/", Encoding.Latin1.GetString(symbols.Read($"lib/{framework}/{id}.pdb")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_of_the_build_reaches_those_who_install_a_package()
    {
        string[] allowed =
        [
            "Microsoft.Data.Sqlite", "Microsoft.Extensions.Configuration.Binder", "Microsoft.Extensions.Http", "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options.ConfigurationExtensions", "Microsoft.Kiota.Abstractions", "Microsoft.Kiota.Http.HttpClientLibrary", "Newtonsoft.Json",
            "Peeker", "Polly.Core", "StackExchange.Redis", "System.IO.Hashing", "System.Threading.RateLimiting",
        ];
        foreach (var id in Libraries)
        {
            using var package = new Package(Path.Combine(feed.First, $"{id}.{feed.Version}.nupkg"));
            var manifest = package.Manifest();
            XNamespace schema = manifest.Name.Namespace;
            var groups = manifest.Element(schema + "dependencies")!.Elements().ToList();
            Assert.Equal(Frameworks(), groups.Select(group => group.Attribute("targetFramework")!.Value).Order(StringComparer.Ordinal));
            Assert.Empty(groups.Elements().Select(dependency => dependency.Attribute("id")!.Value).Except(allowed));
            Assert.Equal(feed.Commit, manifest.Element(schema + "repository")!.Attribute("commit")!.Value);
        }
    }

    [Fact]
    public void The_analyzers_reach_those_who_install_another_package_and_link_to_their_page()
    {
        foreach (var id in Libraries.Where(id => id != "Peeker"))
        {
            using var package = new Package(Path.Combine(feed.First, $"{id}.{feed.Version}.nupkg"));
            var manifest = package.Manifest();
            var peeker = manifest.Descendants(manifest.Name.Namespace + "dependency").Where(dependency => dependency.Attribute("id")!.Value == "Peeker").ToList();
            Assert.Equal(Frameworks().Length, peeker.Count);
            Assert.All(peeker, dependency => Assert.DoesNotContain("Analyzers", dependency.Attribute("exclude")?.Value ?? "", StringComparison.OrdinalIgnoreCase));
        }

        using var main = new Package(Path.Combine(feed.First, $"Peeker.{feed.Version}.nupkg"));
        Assert.Contains(PackedFeed.Remote, Encoding.Latin1.GetString(main.Read(Analyzers[1])), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_clean_packs_hold_the_same_bytes()
    {
        var packed = Directory.GetFiles(feed.First).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.True(packed.Count >= 2 * Libraries.Length);
        Assert.Equal(packed, Directory.GetFiles(feed.Second).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var name in packed)
        {
            using var first = new Package(Path.Combine(feed.First, name!));
            using var second = new Package(Path.Combine(feed.Second, name!));
            Assert.Equal(first.Hashes(), second.Hashes());
        }
    }

    private static string[] Frameworks() => ["net10.0", "net8.0"];
}
