namespace Peeker.Generator.Tests;

/// <summary>A repository of git with the specification, a changelog and pages in it.</summary>
internal sealed class Checkout : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("peeker");

    public Checkout()
    {
        _folder.CreateSubdirectory("openapi/vectors");
        _folder.CreateSubdirectory("pages");
        File.Copy(System.IO.Path.Combine(AppContext.BaseDirectory, "peeker.yaml"), Specification);
        File.WriteAllText(Changelog, "# Changelog\n\n## Unreleased\n\n### Added\n\n- By hand.\n");
        foreach (var page in Directory.GetFiles(Drift.Pages.Folder)) File.Copy(page, System.IO.Path.Combine(_folder.FullName, "pages", System.IO.Path.GetFileName(page)));
        Git("init", "--quiet");
        Git("add", "--all");
        Commit();
    }

    public string Folder => _folder.FullName;

    public string Specification => System.IO.Path.Combine(_folder.FullName, "openapi", "peeker.yaml");

    public string Changelog => System.IO.Path.Combine(_folder.FullName, "CHANGELOG.md");

    public void Replace(string now, string then, string after = "") => File.WriteAllText(Specification, Edit.Replace(File.ReadAllText(Specification), now, then, after));

    public void Commit() => Git("-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--all", "--message", "now");

    public void Git(params string[] arguments)
    {
        var (code, _, error) = Program.Run(_folder.FullName, "git", arguments);
        Assert.True(code == 0, error);
    }

    public void Dispose()
    {
        // Objects of git are read-only, which some systems take seriously.
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories)) file.Attributes = FileAttributes.Normal;
        _folder.Delete(true);
    }
}
