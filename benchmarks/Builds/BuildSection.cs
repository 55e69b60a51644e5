using Peeker.Benchmarks.FirstCalls;
using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Builds;

/// <summary>Building the client: clean, unchanged, and after the specification was touched; beside a project with NSwag's own templates and the target its documentation shows.</summary>
internal sealed class BuildSection : ISection
{
    public string Name => "Build";

    public bool IsLong => true;

    public async Task MeasureAsync(Effort effort, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("peeker-build");
        try
        {
            var tree = await CopyAsync(folder);
            var (stock, peeker) = (Stock(tree), Path.Combine(tree, "src", "Peeker"));
            report.Heading("Building, as a multiple of NSwag's own templates; in brackets the generators and compilers that ran");
            var rows = new List<IReadOnlyList<string>>();
            var specification = Path.Combine(tree, "openapi", "peeker.yaml");
            foreach (var (name, prepare) in ((string, Action)[])[("clean", () => { }), ("unchanged", () => { }), ("specification touched", () => File.SetLastWriteTimeUtc(specification, DateTime.UtcNow))])
            {
                prepare();
                var (stockTime, stockRuns) = await BuildAsync(stock);
                var (time, runs) = await BuildAsync(peeker);
                rows.Add([name, $"{Report.Ratio(time / stockTime)} ({runs})", $"1.00 ({stockRuns})"]);
                if (name == "unchanged") report.Expect("unchanged build: generators and compilers that ran", runs, 0);
            }

            report.Table(["", "Peeker", "NSwag"], rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Time, int Runs)> BuildAsync(string project)
    {
        var (time, said) = await Command.RunAsync("dotnet", "build", project, "-c", "Release", "-f", "net10.0", "--nologo", "-v:detailed");
        return (time.TotalSeconds, said.Split('\n').Count(line => line.Contains("openapi2csclient", StringComparison.Ordinal) && line.Contains("dotnet-nswag", StringComparison.Ordinal)) + said.Split("Task \"Csc\"").Length - 1);
    }

    private static async Task<string> CopyAsync(DirectoryInfo folder)
    {
        var (_, files) = await Command.RunAsync("git", "-C", Repository.Root, "ls-files");
        foreach (var file in files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => !file.StartsWith('"')))
        {
            var source = Path.Combine(Repository.Root, file);
            if (!File.Exists(source)) continue;
            var target = Path.Combine(folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }

        return folder.FullName;
    }

    private static string Stock(string tree)
    {
        var project = Path.Combine(tree, "stock");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "Stock.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Newtonsoft.Json" />
                <PackageReference Include="NSwag.MSBuild" PrivateAssets="all" IncludeAssets="build" />
              </ItemGroup>
              <Target Name="NSwag" BeforeTargets="BeforeCompile;CoreCompile">
                <MakeDir Directories="obj" />
                <Exec Command="$(NSwagExe_Net100) openapi2csclient /input:../openapi/peeker.yaml /output:obj/Stock.g.cs /Namespace:Stock /ClassName:{controller}Client /OperationGenerationMode:MultipleClientsFromFirstTagAndOperationId" />
                <ItemGroup>
                  <Compile Include="obj/Stock.g.cs" />
                </ItemGroup>
              </Target>
            </Project>
            """);
        return project;
    }
}
