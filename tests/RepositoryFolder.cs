namespace Peeker.Tests;

/// <summary>The folder of the repository, for tests that read its pages and sources.</summary>
internal static class RepositoryFolder
{
    /// <summary>Where the solution is: above the tests, wherever they were built to.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Peeker.Generated.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("The tests read files of the repository; run them inside it.");
    }
}
